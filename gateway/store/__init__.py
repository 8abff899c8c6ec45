"""Stores: accepted mail, until every action is done."""
