"""The workbench page: what its addresses answer, and what a person sees in a browser."""
