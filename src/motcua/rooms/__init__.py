"""Screens: Django apps without tables. Each room knows the use cases and the queries, never another room."""
