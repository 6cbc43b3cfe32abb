# SPDX-License-Identifier: GPL-3.0-or-later
"""checkhdf.py FILE.h5 FILE.csv: the same fetch twice; every number of the CSV stands in the HDF5 file, bit for bit, and
nothing else does. Prints the number of CSV rows, or says on standard error what differs."""
import csv
import datetime
import math
import sys

import h5py
import numpy

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def microseconds(text):
    return (datetime.datetime.fromisoformat(text.replace("Z", "+00:00")) - EPOCH) // datetime.timedelta(microseconds=1)


def same(text, value, where):
    expected = float(text) if text else math.nan
    if expected != value and not (math.isnan(expected) and math.isnan(value)):
        sys.exit(f"{where}: {text!r} in the CSV, {value!r} in the HDF5 file")


def check_bins(file, rows):
    time = file["time_us"][:]
    place = {name.decode(): k for k, name in enumerate(file["bpm"][:])}
    at = {t: k for k, t in enumerate(time.tolist())}
    if not (numpy.diff(time) > 0).all():
        sys.exit("times do not ascend")
    columns = [name for name in rows[0] if name not in ("time", "bpm")]
    values = {name: file[name][:] for name in columns}
    for row in rows:
        where = at[microseconds(row["time"])], place[row["bpm"]]
        for name in columns:
            same(row[name], float(values[name][where]), f"{row['time']} {row['bpm']} {name}")
    if numpy.count_nonzero(values["count"]) != len(rows):
        sys.exit(f"{numpy.count_nonzero(values['count'])} bins in the HDF5 file, {len(rows)} in the CSV")
    for name in columns:
        if name != "count" and not numpy.isnan(values[name][values["count"] == 0]).all():
            sys.exit(f"{name} has a value where nothing is counted")


def check_samples(file, rows):
    names = [name.decode() for name in file["detectors"][:]]
    words = file["flags"].attrs["unit"].split(": ")[1].split()
    columns = [name for name in rows[0] if name not in ("time", "bpm", "flags")]
    values = {name: file[name][:] for name in columns + ["time_us", "bpm", "flags"]}
    for name in values:
        if len(values[name]) != len(rows):
            sys.exit(f"{name}: {len(values[name])} in the HDF5 file, {len(rows)} in the CSV")
    for k, row in enumerate(rows):
        if microseconds(row["time"]) != values["time_us"][k] or row["bpm"] != names[values["bpm"][k]]:
            sys.exit(f"row {k} is of another time or detector")
        if row["flags"] != "+".join(w for bit, w in enumerate(words) if values["flags"][k] >> bit & 1):
            sys.exit(f"row {k}: flags {values['flags'][k]}, in the CSV {row['flags']}")
        for name in columns:
            same(row[name], float(values[name][k]), f"row {k} {name}")


with h5py.File(sys.argv[1]) as hdf, open(sys.argv[2], newline="") as text:
    table = list(csv.DictReader(text))
    if hdf.attrs["zone"] != "UTC" or hdf.attrs["format_version"] != 1 or not hdf.attrs["detector_table_version"]:
        sys.exit("the file does not say what it is")
    if not hdf["detector_table"][()].startswith(b"location,"):
        sys.exit("the detector table is missing")
    check = check_bins if hdf.attrs["format"] == "cbpm3 bins" else check_samples
    check(hdf, table)
    print(len(table))
