using System.Text;
using Microsoft.Extensions.Time.Testing;
using Slipway.Runtime.Clients;
using Slipway.Server.Resources;
using Slipway.Server.Watching;

namespace Slipway.Unit.Server.Watching;

/// <summary>The cache of one kind: what it tells its watchers, and that it keeps no second copy of anything.</summary>
public sealed class KindCaches
{
    private static readonly ResourceDefinition ConfigMaps = BuiltInKinds.All.Single(k => k.Kind.Kind == "ConfigMap");

    [Fact]
    public void A_bookmark_is_never_behind_an_event_that_was_told()
    {
        var cache = new KindCache("/registry/configmaps/", 0);
        using var watcher = cache.Watch("", bookmarks: true, out _, out _);
        cache.Set(Object("a", 9));
        cache.Bookmark(7);
        Assert.Equal([9, 9], Read(watcher).Select(s => s.Revision));
    }

    [Fact]
    public void Who_is_too_slow_is_dropped_and_the_others_go_on()
    {
        var cache = new KindCache("/registry/configmaps/", 0);
        using var slow = cache.Watch("", bookmarks: false, out _, out _);
        using var other = cache.Watch("", bookmarks: false, out _, out _);
        var told = 0;
        for (var revision = 1; revision <= 5000; revision++)
        {
            cache.Set(Object("a", revision));
            told += Read(other).Count;
        }

        Assert.Equal(5000, told);
        Assert.InRange(Read(slow).Count, 1, 2048);
        Assert.True(slow.Signals.Completion.IsCompleted);
        Assert.False(other.Signals.Completion.IsCompleted);
    }

    [Fact]
    public void All_watchers_of_a_version_share_one_encoded_event()
    {
        var cache = new KindCache("/registry/configmaps/", 0);
        cache.Set(Object("a", 1));
        var change = cache.Set(Object("a", 2));
        foreach (var seen in new[] { WatchEventType.Added, WatchEventType.Modified, WatchEventType.Deleted })
        {
            var (one, two) = (change.Item(seen, ConfigMaps, ConfigMaps.Storage), change.Item(seen, ConfigMaps, ConfigMaps.Storage));
            Assert.Same(one, two);
            Assert.True(one.Line.Span == two.Line.Span);
            Assert.Equal(seen, one.Type);
        }
    }

    [Fact]
    public void A_state_shares_the_bytes_of_the_store_and_is_shown_with_its_revision()
    {
        ReadOnlyMemory<byte> stored = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{}}"""u8.ToArray();
        var value = new CachedObject("ns/a", stored, 17);
        Assert.True(value.Stored.Span == stored.Span);
        Assert.True(value.At(18).Stored.Span == stored.Span);
        Assert.True(value.Content(ConfigMaps, ConfigMaps.Storage).Span == stored.Span);
        const string shown = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"resourceVersion":"17","name":"a"},"data":{}}""";
        Assert.Equal(shown, Encoding.UTF8.GetString(value.In(ConfigMaps, ConfigMaps.Storage).Span));
        var item = new WatchItem(WatchEventType.Modified, value, ConfigMaps, ConfigMaps.Storage);
        Assert.Equal($$"""{"type":"MODIFIED","object":{{shown}}}""" + "\n", Encoding.UTF8.GetString(item.Line.Span));
    }

    [Fact]
    public void A_watch_ends_in_time_after_a_last_bookmark()
    {
        var clock = new FakeTimeProvider();
        var cache = new KindCache("/registry/configmaps/", 0);
        using var marked = cache.Watch("", bookmarks: true, out _, out _);
        using var plain = cache.Watch("", bookmarks: false, out _, out _);
        using var ends = new WatchEnd(marked, TimeSpan.FromSeconds(10), clock, () => 42);
        using var endsToo = new WatchEnd(plain, TimeSpan.FromSeconds(10), clock, () => 42);
        clock.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(new Signal(null, 42), Assert.Single(Read(marked)));
        Assert.Empty(Read(plain));
        Assert.False(marked.Signals.Completion.IsCompleted || plain.Signals.Completion.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(marked.Signals.Completion.IsCompleted && plain.Signals.Completion.IsCompleted);
    }

    [Theory]
    [InlineData("""{"source":{"component":"kubelet"}}""", "kubelet")]
    [InlineData("""{"reportingComponent":"scheduler","source":{}}""", "scheduler")]
    [InlineData("{}", "")]
    public void The_source_of_an_event_is_selected_by_its_component(string json, string expected) =>
        Assert.Equal(expected, FieldValues.Read(Encoding.UTF8.GetBytes(json), "source"));

    private static CachedObject Object(string name, long revision) =>
        new(name, Encoding.UTF8.GetBytes($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}","uid":"1"}}"""), revision);

    private static List<Signal> Read(Watcher watcher)
    {
        var signals = new List<Signal>();
        while (watcher.Signals.TryRead(out var signal))
        {
            signals.Add(signal);
        }

        return signals;
    }
}
