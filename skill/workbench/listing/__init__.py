"""The store listing, the privacy policy and the terms, and the package for Amazon's tools."""
