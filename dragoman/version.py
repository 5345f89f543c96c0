"""The version of Dragoman."""

VERSION = "0.1.0"
