"""A chart as a PowerPoint slide: native, editable charts where the chart allows it, else a picture."""
