"""What is asked, what the answers mean, what is asked next. Pure; every rule names its sources."""
