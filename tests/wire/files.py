"""Two dossiers, and what is left in a folder."""


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def codes(error):
    return [problem.code for problem in error.value.problems]
