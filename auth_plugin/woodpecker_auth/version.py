"""The version of the distribution, here as text because a program in one file has no metadata of its packages."""

__version__ = "0.1.0"
#: What requests say of themselves.
USER_AGENT = f"woodpecker-client/{__version__}"
