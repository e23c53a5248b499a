"""The Home Office's small boats time series: how its file is laid out, and what an edition adds."""
