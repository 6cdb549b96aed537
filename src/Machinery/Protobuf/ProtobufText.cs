using System.Globalization;

namespace Slipway.Machinery.Protobuf;

/// <summary>Moments between their form in JSON and that in protocol buffers.</summary>
internal static class ProtobufText
{
    private const int NanosecondsPerTick = 100;

    /// <summary>A moment as seconds since 1970 and nanoseconds.</summary>
    /// <param name="text">RFC 3339.</param>
    /// <exception cref="ProtobufException">It is none.</exception>
    public static (long Seconds, int Nanoseconds) Moment(string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            throw new ProtobufException($"parsing time \"{text}\" as \"2006-01-02T15:04:05Z07:00\"");
        }

        var ticks = moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        return rest < 0
            ? (seconds - 1, (int)(rest + TimeSpan.TicksPerSecond) * NanosecondsPerTick)
            : (seconds, (int)rest * NanosecondsPerTick);
    }

    /// <summary>A moment as RFC 3339.</summary>
    /// <param name="seconds">Since 1970.</param>
    /// <param name="nanoseconds">Beyond.</param>
    /// <param name="kind">Time for whole seconds, MicroTime for six places.</param>
    /// <exception cref="ProtobufException">There is no such moment.</exception>
    public static string Moment(long seconds, long nanoseconds, ShapeKind kind)
    {
        if (seconds is < -62135596800 or > 253402300799 || nanoseconds is < 0 or > 999_999_999)
        {
            throw new ProtobufException($"proto: the time {seconds}s {nanoseconds}ns is out of range");
        }

        var moment = DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddTicks(nanoseconds / NanosecondsPerTick);
        return moment.ToString(
            kind == ShapeKind.MicroTime ? "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
