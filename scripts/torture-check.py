"""Compares workbooks that were written with those before and with what was to be written.

Called by torture.ts with a list of jobs and the reader's name; prints one JSON line for each job.
"""

import copy
import json
import re
import sys
import warnings
import zipfile
from xml.parsers import expat

import openpyxl
from openpyxl.utils import get_column_letter

warnings.simplefilter("ignore")
jobs = json.load(open(sys.argv[1], encoding="utf-8"))
by = sys.argv[2]
CHANGING = re.compile(r"worksheets?/|workbook\.xml$|styles.*\.xml$|calcchain\.xml$", re.I)


def unescaped(text):
    """What Excel makes of _xHHHH_, which openpyxl leaves in inline strings."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)


def shown(value):
    return "" if value is None else str(value)


def same_text(found, wanted):
    found = shown(found)
    if wanted in (found, unescaped(found)):
        return True
    # LibreOffice reads these escapes, but writes too few of them into its copies.
    plain = lambda text: text.replace("_x005F", "")
    return by != "openpyxl" and plain(found) == plain(wanted)


def parts_differ(job):
    """Parts other than those that may change, and XML that no parser takes."""
    with zipfile.ZipFile(job["before"]) as old, zipfile.ZipFile(job["after"]) as new:
        if new.testzip():
            return "the zip"
        if old.namelist() != new.namelist():
            return "names of parts"
        for name in old.namelist():
            before, after = old.read(name), new.read(name)
            if before == after:
                continue
            if not CHANGING.search(name.replace("\\", "/")):
                return f"part {name}"
            parser = expat.ParserCreate()
            parser.Parse(after, True)
    return None


def look(cell):
    """How a cell looks. Copies: openpyxl's proxies of styles are equal to nothing but themselves."""
    kinds = (cell.font, cell.fill, cell.border, cell.protection, cell.alignment)
    return (cell.number_format, *map(copy.copy, kinds))


def same_look(old, new, wraps):
    one, other = look(old), look(new)
    if one[:5] != other[:5]:
        return False
    wanted = copy.copy(one[5])
    if wraps:
        wanted.wrap_text = True
    return wanted == other[5]


def cells_differ(job):
    try:
        old = openpyxl.load_workbook(job["before"])
    except Exception:
        return "cannot read the one before"
    new = openpyxl.load_workbook(job["after"])
    if old.sheetnames != new.sheetnames:
        return "WRONG worksheets"
    if any(t["sheet"] not in old.sheetnames for t in job["texts"]):
        return "cannot read the one before"
    texts = {(t["sheet"], t["cell"]): t["text"] for t in job["texts"]}
    wraps = {(w["sheet"], w["cell"]) for w in job["wraps"]}
    for sheet in old.worksheets:
        after = new[sheet.title]
        inserted = [i for i in job["insertions"] if i["sheet"] == sheet.title]
        moved = lambda row: row + sum(i["count"] for i in inserted if i["after"] < row)
        any_moves = bool(job["insertions"])
        for row in sheet._cells.items():
            (r, c), cell = row
            there = after._cells.get((moved(r), c))
            place = (sheet.title, f"{get_column_letter(c)}{moved(r)}")
            if there is None:
                return "WRONG cell gone"
            if place not in texts and type(cell).__name__ != "MergedCell":
                formula = cell.data_type == "f"
                if formula != (there.data_type == "f"):
                    return "WRONG formula"
                same = cell.value == there.value or repr(cell.value) == repr(there.value)
                if not same and not (formula and (any_moves or hasattr(cell.value, "ref"))):
                    return "WRONG value"
            if type(cell).__name__ != "MergedCell" and not same_look(cell, there, place in wraps):
                return "WRONG look"
        merged = lambda s, m: sorted((m(a.min_row), a.min_col, m(a.max_row), a.max_col) for a in s.merged_cells.ranges)
        if not inserted and merged(sheet, lambda r: r) != merged(after, lambda r: r):
            return "WRONG merges"
    return texts_differ(job, new)


def texts_differ(job, book):
    for t in job["texts"]:
        # LibreOffice fills pivot tables anew when it opens a file, and what is around them with it.
        if by != "openpyxl" and t["sheet"] in job["pivots"]:
            continue
        if by != "openpyxl" and t["sheet"] not in book.sheetnames:
            return "keeps not even the worksheet's name"
        cell = book[t["sheet"]][t["cell"]]
        if cell.data_type == "f" or not same_text(cell.value, t["text"]):
            return f"WRONG text {json.dumps(t['text'][:40])} read as {json.dumps(shown(cell.value)[:40])}"
    return None


def judged(job):
    try:
        if by == "openpyxl":
            wrong = parts_differ(job)
            if wrong:
                return f"WRONG {wrong}"
            return cells_differ(job) or "the same"
        try:
            book = openpyxl.load_workbook(job["after"])
        except Exception:
            return "openpyxl cannot read its copy"
        return texts_differ(job, book) or "the same"
    except Exception as error:
        return f"WRONG {type(error).__name__} {error}"[:160]


for job in jobs:
    print(json.dumps({"file": job["file"], "what": judged(job)}), flush=True)
