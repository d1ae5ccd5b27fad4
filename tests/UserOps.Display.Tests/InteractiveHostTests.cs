using System.Reflection;
using System.Reflection.Emit;

namespace UserOps.Display.Tests;

/// <summary>A stand-in of the host under its own name, built at run time: a cell that runs, and <c>Kernel.display(object, params string[])</c>.</summary>
[Collection("Host")]
public class InteractiveHostTests
{
    private const string Name = "Microsoft.DotNet.Interactive";

    [Fact]
    public void Within_a_cell_the_value_goes_to_the_host_with_its_types()
    {
        var (cell, shown, types) = Host();
        var metric = new Metric("users.active", 5, "users");
        cell.SetValue(null, new object());
        try
        {
            Output.Publish(metric);
        }
        finally
        {
            cell.SetValue(null, null);
        }
        Assert.Same(metric, shown.GetValue(null));
        Assert.Equal([MimeBundle.Metric, MimeBundle.Html], (string[])types.GetValue(null)!);
    }

    [Fact]
    public void A_sink_of_our_own_comes_before_any_host()
    {
        var seen = new List<MimeBundle>();
        using (Output.RedirectTo(seen.Add))
            Report.Metric("users.active", 5, "users", n: 7);
        Assert.Equal(7, Metric.FromJson(Assert.Single(seen)[MimeBundle.Metric]!).N);
    }

    private static (FieldInfo Cell, FieldInfo Shown, FieldInfo Types) Host()
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(Name), AssemblyBuilderAccess.Run).DefineDynamicModule(Name);
        var context = module.DefineType(Name + ".KernelInvocationContext", TypeAttributes.Public);
        var cell = context.DefineField("Cell", typeof(object), FieldAttributes.Public | FieldAttributes.Static);
        var getter = context.DefineMethod("get_Current", MethodAttributes.Public | MethodAttributes.Static | MethodAttributes.SpecialName, typeof(object), []);
        var get = getter.GetILGenerator();
        get.Emit(OpCodes.Ldsfld, cell);
        get.Emit(OpCodes.Ret);
        context.DefineProperty("Current", PropertyAttributes.None, typeof(object), null).SetGetMethod(getter);

        var kernel = module.DefineType(Name + ".Kernel", TypeAttributes.Public);
        FieldBuilder[] fields = [.. ((string[])["Shown", "Types"]).Select(name => kernel.DefineField(name, typeof(object), FieldAttributes.Public | FieldAttributes.Static))];
        var display = kernel.DefineMethod("display", MethodAttributes.Public | MethodAttributes.Static, typeof(void), [typeof(object), typeof(string[])]).GetILGenerator();
        for (int i = 0; i < fields.Length; i++)
        {
            display.Emit(i == 0 ? OpCodes.Ldarg_0 : OpCodes.Ldarg_1);
            display.Emit(OpCodes.Stsfld, fields[i]);
        }
        display.Emit(OpCodes.Ret);
        var (made, host) = (context.CreateType(), kernel.CreateType());
        return (made.GetField("Cell")!, host.GetField("Shown")!, host.GetField("Types")!);
    }
}
