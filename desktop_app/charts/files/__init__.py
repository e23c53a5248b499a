"""Pictures and values as files: PNG, SVG, PDF, CSV, JSON and workbooks."""
