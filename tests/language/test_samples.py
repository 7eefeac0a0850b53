"""A sample of all texts, which must be the same on every machine.

`python -m tests.language.test_samples` writes the golden file anew;
read the difference before you commit.
"""

from pathlib import Path

from tests.language.sample_texts import HEADER, samples

GOLDEN = Path(__file__).parents[1] / "golden" / "samples.tsv"
COUNT, SEED = 150, 2


def rows():
    """The golden file as it should be: 450 texts."""
    return ["\t".join(row) for row in (HEADER, *samples(COUNT, SEED))]


def test_the_texts_are_the_golden_ones_whatever_versions_are_installed():
    assert rows() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_every_sample_is_written_in_every_language():
    """In every language, without an exception, and with nothing left to fill in."""
    for name, _, *texts in samples(COUNT, SEED + 1):
        assert all(texts), name
        assert not any("{" in text or "None" in text for text in texts), name


if __name__ == "__main__":
    GOLDEN.write_text("\n".join([*rows(), ""]), encoding="utf-8")
