"""The kernel before the judge that Jupyter wrote for kernels: every sample that a kernel without a pager can have."""
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "userops-csharp"
    language_name = "csharp"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": '"text".StartsW', "matches": {"StartsWith"}},
        {"text": "Math.Cei", "matches": {"Ceiling"}},
        {"text": "#!lsm"},
    ]
    complete_code_samples = ["1 + 1", "var x = 3;", 'Console.WriteLine("a");', "if (true)\n{\n    var y = 1;\n}", "int Twice(int n) => 2 * n;", ""]
    incomplete_code_samples = ["if (true)\n{", "Console.WriteLine(", "var x =", "class A\n{\n    int b;", "/* open"]
    invalid_code_samples = ["var = = ;", "}", "int 2x = 1;"]
    code_generate_error = 'throw new InvalidOperationException("on purpose");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text"', "result": "text"},
        {"code": "new[] { 1, 2 }.Sum()", "result": "3"},
        {"code": 'HTML("<b>x</b>")', "result": "<b>x</b>", "mime": "text/html"},
        {"code": "new[] { new { A = 1 } }", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": "display(1);", "mime": "text/plain"},
        {"code": 'display(HTML("<i>x</i>"));', "mime": "text/html"},
        {"code": '"# Title".DisplayAs("text/markdown");', "mime": "text/markdown"},
        {"code": 'display(new FunnelChart("t", ["a", "b"], [2, 1]));', "mime": "application/vnd.plotly.v1+json"},
    ]
    code_history_pattern = "6 ?*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "ClearOutput();"
    test_pager = None  # There is none.


if __name__ == "__main__":
    unittest.main()
