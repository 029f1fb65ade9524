"""Promises about the code itself: imports, sentences, words, sizes.

What is allowed beside a rule stands in a table here, with its reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "python" / "kinerja"
MODULES = sorted(PACKAGE.rglob("*.py"))
ENTRY = {"commands", "buttons", "__main__"}  # they know both sides
CORE = [
    p
    for p in (*sorted(PACKAGE.glob("*.py")), *sorted((PACKAGE / "sheets").glob("*.py")))
    if p.stem.split("_")[0] not in ENTRY and p.stem not in ENTRY
]
ADAPTERS = sorted((PACKAGE / "adapters").rglob("*.py"))

HEAVY = {
    "bagit", "docx", "docxtpl", "jinja2", "lxml", "openpyxl", "pandas", "puremagic",
    "pyopenvba", "pypdfium2", "python_calamine", "rich", "typer", "xlsxwriter", "xlwings",
}  # fmt: skip
WORLD = {
    "glob", "io", "os", "pathlib", "platform", "random", "shutil", "socket", "subprocess",
    "sys", "tempfile", "time", "urllib", "uuid", "zipfile",
}  # fmt: skip
CLOCK = {("datetime", "now"), ("datetime", "today"), ("date", "today"), ("datetime", "utcnow")}

# What an adapter may know of the core: values and the words of sheets, never a verb.
VALUES = {
    "kinerja",
    "kinerja.capaian",  # arithmetic: the form's formulas must agree with it
    "kinerja.grid",
    "kinerja.installation",  # facts of the computer
    "kinerja.isian",
    "kinerja.laporan",  # what the report says, ready to be drawn
    "kinerja.laporan_sasaran",
    "kinerja.model",
    "kinerja.model_arsip",
    "kinerja.model_entri",
    "kinerja.model_laporan",
    "kinerja.model_sop",
    "kinerja.model_verifikasi",
    "kinerja.periode",
    "kinerja.printing",
    "kinerja.rekap",
    "kinerja.temuan",
    "kinerja.values",
}
# What an adapter may know of other adapters: these low ones, and those of its own package.
LOW = {
    "kinerja.adapters",
    "kinerja.adapters.copying",  # a sheet made from its pattern
    "kinerja.adapters.xml_cells",  # one cell of a worksheet part
    "kinerja.adapters.files",  # whole or not at all
    "kinerja.adapters.host",  # what every program that has the master open is asked
    "kinerja.adapters.look",  # colours and formats
    "kinerja.adapters.registry",  # one value of the Windows registry
    "kinerja.adapters.program_cells",  # one cell of a running program
    "kinerja.adapters.parts",  # the zip under a workbook, part by part
    "kinerja.adapters.sheet_drawing",  # one declared table, drawn
    "kinerja.adapters.whole_folder",  # the same of a folder
    "kinerja.adapters.workbook_part",  # the part that names the sheets
    "kinerja.adapters.worksheets",  # one worksheet part
}
LOW_PACKAGES = ("kinerja.adapters.ooxml",)  # Word's own parts, under word, chart, contents
MORE = {
    "marking": {"kinerja.adapters.notes"},  # one sheet's notes, another module for its length
    "notes": {  # where they are shown, and those that have become threads, likewise
        "kinerja.adapters.note_boxes",
        "kinerja.adapters.threads",
    },
    "entry_folder": {  # tables of any kind, below one folder
        "kinerja.adapters.folder",
        "kinerja.adapters.reading",
    },
    "content": {  # one file, by its bytes
        "kinerja.adapters.archive_list",
        "kinerja.adapters.picture",
    },
    "folder": {"kinerja.adapters.content"},  # each file it meets
    "building": {  # a new master, whole
        "kinerja.adapters.beranda",
        "kinerja.adapters.macros",
        "kinerja.adapters.ribbon",
    },
    "desk": {  # both ways of one book, and whether it is whole
        "kinerja.adapters.damage",
        "kinerja.adapters.patching",
        "kinerja.adapters.reading",
    },
    "repair": {  # what a new master has
        "kinerja.adapters.building",
        "kinerja.adapters.damage",
        "kinerja.adapters.drawings",
        "kinerja.adapters.macros",
        "kinerja.adapters.ribbon",
    },
    "grafting": {  # sheets with their formats, at the end of which columns may stand
        "kinerja.adapters.formats",
        "kinerja.adapters.widening",
    },
    "updating": {  # a new master put into an old one, part by part
        "kinerja.adapters.damage",
        "kinerja.adapters.drawings",
        "kinerja.adapters.grafting",
        "kinerja.adapters.widening",
    },
    "typed": {"kinerja.adapters.patching"},  # it changes cells as that one changes rows
    "mirror": {  # a file and a document
        "kinerja.adapters.calc",
        "kinerja.adapters.desk",
        "kinerja.adapters.live",
        "kinerja.adapters.typed",
    },
}

SENTENCES = {"temuan", "__main__"}  # and everything under sheets/
CATALOGUES = {"temuan"}  # as long as there are things to say
TRANSLATED = re.compile(r"indicator|evidence|finding|division|achievement|quarter", re.I)
NO_HELPERS = {"utils", "helpers", "common", "manager", "handler", "service", "base", "misc"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


each_module = pytest.mark.parametrize("path", MODULES, ids=name_of)
each_core = pytest.mark.parametrize("path", CORE, ids=name_of)
each_adapter = pytest.mark.parametrize("path", ADAPTERS, ids=name_of)


def imports(node: ast.AST) -> set[str]:
    """Every module imported under a node; ``from kinerja import x`` counts as kinerja.x."""
    names: set[str] = set()
    for n in ast.walk(node):
        if isinstance(n, ast.Import):
            names |= {alias.name for alias in n.names}
        elif isinstance(n, ast.ImportFrom):
            module = n.module or ""
            inside = {f"{module}.{alias.name}" for alias in n.names}
            known = {m for m in inside if module.startswith("kinerja") and is_module(m)}
            names |= known or {module}
    return names


def is_module(name: str) -> bool:
    """Whether this is one of our own modules or packages."""
    path = PACKAGE.parent / Path(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def at_start(tree: ast.Module) -> set[str]:
    """What is imported as soon as the module is; not in functions or for types only."""
    found: set[str] = set()
    todo: list[ast.stmt] = list(tree.body)
    while todo:
        n = todo.pop()
        if isinstance(n, ast.FunctionDef) or _is_for_types(n):
            continue
        if isinstance(n, ast.Import | ast.ImportFrom):
            found |= imports(n)
        else:
            todo += [child for child in ast.iter_child_nodes(n) if isinstance(child, ast.stmt)]
    return found


def _is_for_types(n: ast.stmt) -> bool:
    return (
        isinstance(n, ast.If) and isinstance(n.test, ast.Name) and n.test.id == "TYPE_CHECKING"
    )


def tops(names: set[str]) -> set[str]:
    return {name.split(".")[0] for name in names}


# ---- direction of imports


@each_core
def test_core_knows_nothing_of_excel_files_or_the_clock(path: Path) -> None:
    found = imports(tree_of(path))

    assert tops(found) & (HEAVY | WORLD) == set()
    assert {n for n in found if n.startswith("kinerja.adapters")} == set()


@each_core
def test_core_asks_nobody_for_the_time(path: Path) -> None:
    calls = {
        (n.value.id, n.attr)
        for n in ast.walk(tree_of(path))
        if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)
    }

    assert calls & CLOCK == set()


@each_core
def test_core_counts_in_decimals(path: Path) -> None:
    tree = tree_of(path)
    # how near a suggestion must be is no figure of the office
    nearness = {
        id(n.value) for n in ast.walk(tree) if isinstance(n, ast.keyword) and n.arg == "cutoff"
    }
    floats = [
        n.lineno
        for n in ast.walk(tree)
        if (
            isinstance(n, ast.Constant)
            and isinstance(n.value, float)
            and id(n) not in nearness
        )
        or (isinstance(n, ast.Name) and n.id == "float")
    ]

    assert floats == []


@each_core
def test_core_does_not_import_its_own_entry(path: Path) -> None:
    assert {n.removeprefix("kinerja.") for n in imports(tree_of(path))} & ENTRY == set()


@each_module
def test_heavy_packages_are_imported_only_where_they_are_used(path: Path) -> None:
    assert tops(at_start(tree_of(path))) & HEAVY - _light_at_the_entry(path) == set()


def _light_at_the_entry(path: Path) -> set[str]:
    """The terminal's own libraries may be imported by the terminal."""
    return {"typer", "rich"} if path.stem == "__main__" else set()


@pytest.mark.parametrize("path", [p for p in MODULES if p not in ADAPTERS], ids=name_of)
def test_heavy_packages_are_known_to_adapters_only(path: Path) -> None:
    assert tops(imports(tree_of(path))) & HEAVY - _light_at_the_entry(path) == set()


@each_adapter
def test_adapters_know_values_but_no_verbs_and_not_one_another(path: Path) -> None:
    package = ".".join(("kinerja", *path.parent.relative_to(PACKAGE).parts))
    own = package if package != "kinerja.adapters" else "kinerja.adapters."
    ours = {n for n in imports(tree_of(path)) if n.split(".")[0] == "kinerja"}
    allowed = VALUES | LOW | MORE.get(path.stem, set())
    prefixes = ("kinerja.sheets", *LOW_PACKAGES)
    strange = {n for n in ours if n not in allowed and not n.startswith(prefixes)}

    # a package may be reached by its own name, its insides only from within
    assert {n for n in strange if own == "kinerja.adapters." or not n.startswith(own)} == set()


def test_core_modules_are_imported_in_one_direction() -> None:
    graph = {f"kinerja.{name_of(p).replace('/', '.')}": imports(tree_of(p)) for p in CORE}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " → ".join((*path, name))
        if name in graph and name not in done:
            for other in sorted(graph[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


# ---- sentences and words


def docstrings(tree: ast.Module) -> set[int]:
    """The nodes that are docstrings, or stand where one does: under an assignment."""
    return {
        id(n.value)
        for n in ast.walk(tree)
        if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)
    }


# A text of code, not of people: a formula, markup, a pattern, a format, a list of names.
_CODE = re.compile(
    r"^=|^/|^[A-Z]:/|[<>{}\\|&$_]|^[\w.]+(?:, ?[\w.]+)+$|://|\.xml|#,##0|\b[A-Z]+\("
)


def sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Texts of more than two words that a person could read."""
    docs = docstrings(tree)
    inside = _no_sentences(tree)
    for n in ast.walk(tree):
        if (
            isinstance(n, ast.Constant)
            and isinstance(n.value, str)
            and id(n) not in docs | inside
        ):
            words = re.findall(r"[^\W\d_]{2,}", n.value)
            if len(words) > 2 and " " in n.value.strip() and not _CODE.search(n.value):
                yield n.lineno, n.value


WORDS_OF_WORD = {"Times New Roman", "table of figures"}  # a font, a style


def _no_sentences(tree: ast.Module) -> set[int]:
    """Texts that only programs and programmers see: of patterns, asserts, raises.

    The members of an Enum are words of the office, not sentences.
    """
    found: set[int] = set()
    for n in ast.walk(tree):
        if isinstance(n, ast.ClassDef) and any(
            isinstance(b, ast.Name) and b.id in {"Enum", "StrEnum"} for b in n.bases
        ):
            found |= {id(inner) for inner in ast.walk(n)}
        if isinstance(n, ast.Constant) and n.value in WORDS_OF_WORD:
            found.add(id(n))
        is_pattern = (
            isinstance(n, ast.Call)
            and isinstance(n.func, ast.Attribute)
            and isinstance(n.func.value, ast.Name)
            and n.func.value.id == "re"
        )
        if is_pattern or isinstance(n, ast.Assert | ast.Raise):
            found |= {id(inner) for inner in ast.walk(n)}
    return found


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if p.stem not in SENTENCES and p.parent.name != "sheets"],
    ids=name_of,
)
def test_sentences_live_in_their_homes(path: Path) -> None:
    assert list(sentences(tree_of(path))) == []


def test_every_word_of_a_sheet_is_used() -> None:
    sheets = {name_of(p).replace("/", "."): tree_of(p) for p in MODULES if _is_sheet(p)}
    named = {f"{module}.{name}" for module, tree in sheets.items() for name in _words(tree)}
    elsewhere = set().union(*(_taken(tree_of(p)) for p in PACKAGE.parent.rglob("*.py")))
    inside = {f"{m}.{name}" for m, tree in sheets.items() for name in _read(tree)}

    assert sorted(named - elsewhere - inside) == []


def _is_sheet(path: Path) -> bool:
    return path.parent.name == "sheets"


def _words(tree: ast.Module) -> set[str]:
    """The constants that a module gives a name."""
    assigned = (n for n in tree.body if isinstance(n, ast.Assign | ast.AnnAssign))
    targets = (t for n in assigned for t in getattr(n, "targets", None) or [n.target])
    return {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}


def _taken(tree: ast.Module) -> set[str]:
    """What a module takes from the sheets, by name or through their module."""
    found, modules = set[str](), dict[str, str]()
    for n in ast.walk(tree):
        is_from = isinstance(n, ast.ImportFrom)
        module = (n.module or "").removeprefix("kinerja.") if is_from else ""
        for alias in n.names if module.startswith("sheets") else ():
            found.add(f"{module}.{alias.name}")
            modules[alias.asname or alias.name] = f"{module}.{alias.name}"
    attributes = (n for n in ast.walk(tree) if isinstance(n, ast.Attribute))
    through = ((n.value.id, n.attr) for n in attributes if isinstance(n.value, ast.Name))
    return found | {f"{modules[name]}.{attr}" for name, attr in through if name in modules}


def _read(tree: ast.Module) -> set[str]:
    """The names that a module itself reads."""
    names = (n for n in ast.walk(tree) if isinstance(n, ast.Name))
    return {n.id for n in names if isinstance(n.ctx, ast.Load)}


def test_check_of_sentences_finds_one() -> None:
    tree = ast.parse(
        '"""A docstring of words."""\nx = "Berkas ini rusak."\ny = re.compile("a b c")\n'
    )

    assert [text for _, text in sentences(tree)] == ["Berkas ini rusak."]


def identifiers(tree: ast.Module) -> set[str]:
    """Every name that the code gives to something."""
    names: set[str] = set()
    for n in ast.walk(tree):
        if isinstance(n, ast.Name):
            names.add(n.id)
        elif isinstance(n, ast.arg):
            names.add(n.arg)
        elif isinstance(n, ast.Attribute):
            names.add(n.attr)
        elif isinstance(n, ast.FunctionDef | ast.ClassDef):
            names.add(n.name)
        elif isinstance(n, ast.keyword) and n.arg:
            names.add(n.arg)
    return names


@each_module
def test_one_word_for_one_thing(path: Path) -> None:
    names = {*identifiers(tree_of(path)), path.stem}

    assert [name for name in sorted(names) if TRANSLATED.search(name)] == []


def test_names_of_files_are_words_of_the_glossary() -> None:
    files = [p for p in ROOT.rglob("*.*") if p.is_file() and _is_ours(p)]

    assert [p.name for p in files if TRANSLATED.search(p.name)] == []
    assert [p.name for p in files if p.suffix == ".py" and p.stem in NO_HELPERS] == []


def _is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return not any(part.startswith(".") or part in {"Contoh", "__pycache__"} for part in parts)


@pytest.mark.parametrize(
    ("heading", "folder"),
    [("### The core", PACKAGE), ("### The world", PACKAGE / "adapters")],
)
def test_readme_names_every_module_and_no_other(heading: str, folder: Path) -> None:
    text = (PACKAGE.parent / "README.md").read_text(encoding="utf-8")
    table = text.partition(heading)[2].partition("\n\n")[2].partition("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines()]
    named = {name for cell in cells for name in re.findall(r"`(\w+)/?`", cell)}
    there = {p.stem for p in folder.glob("*.py")} | {
        p.parent.name for p in folder.glob("*/*.py")
    }

    assert named == there - {"__init__", "__main__", "adapters", "commands"}


# ---- sizes and docstrings


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for n in ast.walk(tree):
        if isinstance(n, ast.FunctionDef):
            yield n


LAID_OUT = {"annual._laporan"}  # one value, a line for each slot of the report


@each_module
def test_functions_fit_on_a_screen(path: Path) -> None:
    catalogue = path.parent.name == "sheets"  # a declaration is as long as what it declares
    long = [
        f"{f.name} {f.end_lineno - f.lineno + 1}"
        for f in functions(tree_of(path))
        if f.end_lineno and f.end_lineno - f.lineno >= 50
        if f"{name_of(path)}.{f.name}" not in LAID_OUT
    ]

    assert catalogue or long == []


@each_module
def test_modules_are_read_in_five_minutes(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= 400 or path.stem in CATALOGUES or path.parent.name == "sheets", lines


@each_module
def test_functions_ask_for_few_things(path: Path) -> None:
    many = [
        f.name
        for f in functions(tree_of(path))
        if len(f.args.args) + len(f.args.kwonlyargs) > 6 and f.name != "__init__"
    ]

    assert many == []


@each_module
def test_whatever_is_public_says_its_promise(path: Path) -> None:
    tree = tree_of(path)
    silent = [n.name for n in _public(tree) if not ast.get_docstring(n)]

    assert ast.get_docstring(tree), "module"
    assert silent == []


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for n in tree.body:
        if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_"):
            yield n
            if isinstance(n, ast.ClassDef):
                yield from (
                    m
                    for m in n.body
                    if isinstance(m, ast.FunctionDef) and not m.name.startswith("_")
                )


@each_module
def test_every_module_reads_its_types_late(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert (
        not tree_of(path).body[1:]
        or "from __future__ import annotations" in text
        or _plain(path)
    )


def _plain(path: Path) -> bool:
    """Whether a module has nothing to annotate, such as a version."""
    return not any(isinstance(n, ast.FunctionDef | ast.ClassDef) for n in tree_of(path).body)


@each_module
def test_nothing_of_this_machine_is_in_the_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"/(?:work|tmp|home|root)/|[A-Z]:\\\\", text)
