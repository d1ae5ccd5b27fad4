"""Runs every notebook with the installed kernel, by nbclient and by nbconvert, and compares the numbers with those of `userops report`.

usage: notebook_metrics.py NOTEBOOKS REPORTS [nbclient | nbconvert]
NOTEBOOKS is the folder of the notebooks, REPORTS the folder that `userops report --out` wrote. Exit code 1 where a number differs.
"""
import json
import pathlib
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbconvert.preprocessors import ExecutePreprocessor

KERNEL = "userops-csharp"
METRIC = "application/vnd.userops.metric+json"
COMPARED = ("value", "unit", "n", "interval", "standardError")


def by_nbclient(notebook, folder):
    NotebookClient(notebook, kernel_name=KERNEL, timeout=600, resources={"metadata": {"path": folder}}).execute()


def by_nbconvert(notebook, folder):
    """As `jupyter nbconvert --execute --to html` does; the page must come out as well."""
    ExecutePreprocessor(kernel_name=KERNEL, timeout=600).preprocess(notebook, {"metadata": {"path": folder}})
    page, _ = HTMLExporter().from_notebook_node(notebook)
    assert "</html>" in page


def metrics_of(notebook):
    """The key numbers among the outputs, the last of each name."""
    found = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            metric = output.get("data", {}).get(METRIC)
            if metric:
                found[metric["name"]] = {key: metric[key] for key in COMPARED if key in metric}
    return found


def main(notebooks, reports, ways):
    differing = 0
    for path in sorted(pathlib.Path(notebooks).glob("*.ipynb")):
        expected = json.loads((pathlib.Path(reports) / f"{path.stem}.metrics.json").read_text(encoding="utf-8"))["metrics"]
        expected = {name: {key: metric[key] for key in COMPARED if key in metric} for name, metric in expected.items()}
        for run in ways:
            notebook = nbformat.read(path, as_version=4)
            start = time.monotonic()
            run(notebook, str(path.parent))
            found = metrics_of(notebook)
            names = sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))
            differing += len(names)
            print(f"{path.stem} {run.__name__}: {len(found)} metrics, {len(names)} differ, {time.monotonic() - start:.1f} s", flush=True)
            for name in names:
                print(f"  {name}: {found.get(name)} here, {expected.get(name)} in the report")
    return 1 if differing else 0


if __name__ == "__main__":
    all_ways = {"nbclient": by_nbclient, "nbconvert": by_nbconvert}
    sys.exit(main(sys.argv[1], sys.argv[2], [all_ways[name] for name in sys.argv[3:]] or all_ways.values()))
