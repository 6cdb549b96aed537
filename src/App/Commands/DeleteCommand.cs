using System.CommandLine;
using Slipway.App.Applying;
using Slipway.App.Output;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Clients.Http;

namespace Slipway.App.Commands;

/// <summary><c>slipway delete</c>: ends objects, and waits until they are gone.</summary>
internal static class DeleteCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = Shared.Command(
            "delete",
            "Delete objects by kind and name, or those of files, and wait until they are gone.",
            "delete cluster demo",
            "delete -f demo.yaml --wait=false");
        var kind = new Argument<string?>("KIND") { Description = "A kind", Arity = ArgumentArity.ZeroOrOne };
        var names = new Argument<string[]>("NAME") { Description = "Objects of the kind", Arity = ArgumentArity.ZeroOrMore };
        var files = new Option<string[]>("--filename", "-f") { Description = "A file, a folder, or - for standard input", HelpName = "FILE|DIR|-" };
        var wait = new Option<bool>("--wait") { Description = "Wait until they are gone", DefaultValueFactory = _ => true };
        var @namespace = Shared.Namespace();
        command.Arguments.Add(kind);
        command.Arguments.Add(names);
        foreach (var option in (Option[])[files, wait, @namespace])
        {
            command.Options.Add(option);
        }

        var plane = new PlaneOptions(command);
        return command.Does(async (result, terminal, cancellation) =>
        {
            var word = result.GetValue(kind);
            var chosen = result.GetValue(names) ?? [];
            var read = result.GetValue(files) is { Length: > 0 } paths ? ManifestReader.Read(paths, Console.In) : [];
            if ((word is null || chosen.Length == 0) == (read.Count == 0))
            {
                throw new CommandException(ExitCode.Usage, "Name either a kind with objects (delete cluster demo) or files (delete -f demo.yaml).");
            }

            using var connection = plane.Open(result);
            var kinds = await connection.KindsAsync(cancellation);
            var space = result.GetRequiredValue(@namespace);
            var targets = word is not null
                ? chosen.Select(n => Target(kinds.Resolve(word), space, n))
                : read.Reverse().Select(m => Target(
                    kinds.Find(m.ApiVersion, m.Kind) ?? throw new CommandException(ExitCode.Usage, $"{m.Place}: the server has no kind {m.Kind} in {m.ApiVersion}."),
                    m.Namespace.Length > 0 ? m.Namespace : space,
                    m.Name));
            return await DeleteAsync(connection.Client, [.. targets], word is null, result.GetValue(wait), terminal, cancellation);
        });
    }

    private static ObjectTarget Target(ResourceType type, string space, string name) => new(type, type.Namespaced ? space : "", name);

    private static async Task<int> DeleteAsync(
        HttpApiClient client, IReadOnlyList<ObjectTarget> targets, bool mayBeMissing, bool wait, Terminal terminal, CancellationToken cancellation)
    {
        var code = ExitCode.Done;
        foreach (var target in targets)
        {
            var title = $"{target.Type.Kind.ToLowerInvariant()}/{target.Name}";
            try
            {
                await client.DeleteAsync(target, DeleteOptions.Default, cancellation);
                terminal.Out.WriteLine(title + " deleted");
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                terminal.Error.WriteLine($"{(mayBeMissing ? "" : "error: ")}{title} is not there.");
                code = mayBeMissing ? code : ExitCode.Failed;
            }
        }

        if (wait)
        {
            foreach (var target in targets)
            {
                await GoneAsync(client, target, cancellation);
            }
        }

        return code;
    }

    private static async Task GoneAsync(HttpApiClient client, ObjectTarget target, CancellationToken cancellation)
    {
        while (true)
        {
            var request = new ListRequest(target.Type) { Namespace = target.Namespace, FieldSelector = "metadata.name=" + target.Name };
            var present = await client.ListAsync(request, cancellation);
            if (present.Items.Count == 0)
            {
                return;
            }

            var watch = new WatchRequest(target.Type, present.ResourceVersion) { Namespace = target.Namespace, FieldSelector = request.FieldSelector };
            await foreach (var change in client.WatchAsync(watch, cancellation))
            {
                if (change.Type == WatchEventType.Deleted)
                {
                    return;
                }
            }
        }
    }
}
