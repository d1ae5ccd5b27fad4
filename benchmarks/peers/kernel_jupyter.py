"""Times a kernel as its clients meet it: python3 kernel_jupyter.py KERNEL_NAME CELL_COUNT, one line of JSON."""
import json
import statistics
import sys
import time

from jupyter_client.manager import KernelManager


def peak_mb(manager):
    time.sleep(1)
    with open(f"/proc/{manager.provisioner.pid}/status", encoding="ascii") as status:
        return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) / 1024


def run(client, code):
    """Milliseconds from sending a cell until the kernel is idle again and has replied; and the result that was shown."""
    start = time.perf_counter()
    message = client.execute(code)
    shown = None
    while True:
        output = client.get_iopub_msg(timeout=60)
        if output["parent_header"].get("msg_id") != message:
            continue
        if output["msg_type"] == "execute_result":
            shown = output["content"]["data"]["text/plain"]
        if output["msg_type"] == "status" and output["content"]["execution_state"] == "idle":
            break
    while client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != message:
        pass
    return (time.perf_counter() - start) * 1000, shown


def measure(name, count):
    manager = KernelManager(kernel_name=name)
    start = time.perf_counter()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    ready = time.perf_counter() - start
    _, shown = run(client, "1+1")
    first = time.perf_counter() - start
    assert shown == "2", shown
    idle = peak_mb(manager)
    later = [run(client, f"{i}+1")[0] for i in range(count)]
    peak = peak_mb(manager)
    client.stop_channels()
    manager.shutdown_kernel()
    return {
        "ready_seconds": ready,
        "first_result_seconds": first,
        "later_ms": statistics.median(later),
        "idle_peak_mb": idle,
        "peak_mb": peak,
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
