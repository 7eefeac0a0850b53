"""Timelines under the name that they had beside the terms; they live in `bilateral.lifecycle`."""

from bilateral.lifecycle.timelines import Tense, TermPeriod

__all__ = ["Tense", "TermPeriod"]
