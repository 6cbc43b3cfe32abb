# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of the proof of concept, as a yardstick: pandasway.py CONNINFO prints seconds, peak bytes, bins."""
import io
import resource
import subprocess
import sys
import time

try:
    import pandas
except ImportError:
    print("python3-pandas is not installed")
    sys.exit(0)

begin = time.monotonic()
bins = 0
parts = []
for piece in pandas.date_range("2026-03-02", "2026-03-02T02:24", freq="30min", tz="UTC", inclusive="left"):
    query = (
        "COPY (SELECT timestamp, instr, top_in, top_out, bot_in, bot_out FROM cbpm3 "
        f"WHERE timestamp >= '{piece}' AND timestamp < '{piece + pandas.Timedelta('30min')}') TO STDOUT (FORMAT csv)"
    )
    text = subprocess.run(["psql", "-qAtX", sys.argv[1], "-c", query], check=True, capture_output=True).stdout
    names = ["timestamp", "instr", "top_in", "top_out", "bot_in", "bot_out"]
    parts.append(pandas.read_csv(io.BytesIO(text), names=names, parse_dates=["timestamp"]))
rows = pandas.concat(parts)
total = rows.top_in + rows.top_out + rows.bot_in + rows.bot_out
rows["x"] = 25.9 * (rows.top_out + rows.bot_out - rows.top_in - rows.bot_in) / total
rows["y"] = 19.8 * (rows.top_in + rows.top_out - rows.bot_in - rows.bot_out) / total
for name, one in rows.groupby("instr"):
    decimated = one.set_index("timestamp")[["x", "y"]].resample("1min").agg(["count", "mean", "min", "max", "std"])
    bins += len(decimated)
print(time.monotonic() - begin, 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, bins)
