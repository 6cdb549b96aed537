using Slipway.Machinery.Cel.Types;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>The types of all functions and operators.</summary>
internal static class CelSignatures
{
    private const string Operators = """
        _&&_: (bool, bool) -> bool
        _||_: (bool, bool) -> bool
        !_: (bool) -> bool
        -_: (int) -> int
        -_: (double) -> double
        _?_:_: (bool, A, A) -> A
        _==_: (A, A) -> bool
        _!=_: (A, A) -> bool
        @in: (A, list(A)) -> bool
        @in: (A, map(A, B)) -> bool
        _[_]: (list(A), int) -> A
        _[_]: (map(A, B), A) -> B
        _[_]: (optional(list(A)), int) -> optional(A)
        _[_]: (optional(map(A, B)), A) -> optional(B)
        _[?_]: (list(A), int) -> optional(A)
        _[?_]: (map(A, B), A) -> optional(B)
        _[?_]: (optional(list(A)), int) -> optional(A)
        _[?_]: (optional(map(A, B)), A) -> optional(B)
        _+_: (int, int) -> int
        _+_: (uint, uint) -> uint
        _+_: (double, double) -> double
        _+_: (string, string) -> string
        _+_: (bytes, bytes) -> bytes
        _+_: (list(A), list(A)) -> list(A)
        _+_: (timestamp, duration) -> timestamp
        _+_: (duration, timestamp) -> timestamp
        _+_: (duration, duration) -> duration
        _-_: (int, int) -> int
        _-_: (uint, uint) -> uint
        _-_: (double, double) -> double
        _-_: (timestamp, timestamp) -> duration
        _-_: (timestamp, duration) -> timestamp
        _-_: (duration, duration) -> duration
        _*_: (int, int) -> int
        _*_: (uint, uint) -> uint
        _*_: (double, double) -> double
        _/_: (int, int) -> int
        _/_: (uint, uint) -> uint
        _/_: (double, double) -> double
        _%_: (int, int) -> int
        _%_: (uint, uint) -> uint
        """;

    private const string Conversions = """
        type: (A) -> type(A)
        dyn: (A) -> dyn
        int: (int) -> int
        int: (uint) -> int
        int: (double) -> int
        int: (string) -> int
        int: (timestamp) -> int
        int: (duration) -> int
        uint: (uint) -> uint
        uint: (int) -> uint
        uint: (double) -> uint
        uint: (string) -> uint
        double: (double) -> double
        double: (int) -> double
        double: (uint) -> double
        double: (string) -> double
        bool: (bool) -> bool
        bool: (string) -> bool
        bytes: (bytes) -> bytes
        bytes: (string) -> bytes
        string: (string) -> string
        string: (bool) -> string
        string: (int) -> string
        string: (uint) -> string
        string: (double) -> string
        string: (bytes) -> string
        string: (timestamp) -> string
        string: (duration) -> string
        string: (net.IP) -> string
        string: (net.CIDR) -> string
        timestamp: (timestamp) -> timestamp
        timestamp: (string) -> timestamp
        timestamp: (int) -> timestamp
        duration: (duration) -> duration
        duration: (string) -> duration
        duration: (int) -> duration
        size: (string) -> int
        size: (bytes) -> int
        size: (list(A)) -> int
        size: (map(A, B)) -> int
        size: string.() -> int
        size: bytes.() -> int
        size: list(A).() -> int
        size: map(A, B).() -> int
        """;

    private const string Texts = """
        contains: string.(string) -> bool
        startsWith: string.(string) -> bool
        endsWith: string.(string) -> bool
        matches: string.(string) -> bool
        matches: (string, string) -> bool
        find: string.(string) -> string
        findAll: string.(string) -> list(string)
        findAll: string.(string, int) -> list(string)
        charAt: string.(int) -> string
        indexOf: string.(string) -> int
        indexOf: string.(string, int) -> int
        lastIndexOf: string.(string) -> int
        lastIndexOf: string.(string, int) -> int
        join: list(string).() -> string
        join: list(string).(string) -> string
        lowerAscii: string.() -> string
        upperAscii: string.() -> string
        replace: string.(string, string) -> string
        replace: string.(string, string, int) -> string
        split: string.(string) -> list(string)
        split: string.(string, int) -> list(string)
        substring: string.(int) -> string
        substring: string.(int, int) -> string
        trim: string.() -> string
        reverse: string.() -> string
        format: string.(list(dyn)) -> string
        strings.quote: (string) -> string
        """;

    private const string Lists = """
        isSorted: list(int).() -> bool
        isSorted: list(uint).() -> bool
        isSorted: list(double).() -> bool
        isSorted: list(bool).() -> bool
        isSorted: list(string).() -> bool
        isSorted: list(bytes).() -> bool
        isSorted: list(timestamp).() -> bool
        isSorted: list(duration).() -> bool
        sum: list(int).() -> int
        sum: list(uint).() -> uint
        sum: list(double).() -> double
        sum: list(duration).() -> duration
        min: list(int).() -> int
        min: list(uint).() -> uint
        min: list(double).() -> double
        min: list(bool).() -> bool
        min: list(string).() -> string
        min: list(bytes).() -> bytes
        min: list(timestamp).() -> timestamp
        min: list(duration).() -> duration
        max: list(int).() -> int
        max: list(uint).() -> uint
        max: list(double).() -> double
        max: list(bool).() -> bool
        max: list(string).() -> string
        max: list(bytes).() -> bytes
        max: list(timestamp).() -> timestamp
        max: list(duration).() -> duration
        indexOf: list(A).(A) -> int
        lastIndexOf: list(A).(A) -> int
        slice: list(A).(int, int) -> list(A)
        flatten: list(list(A)).() -> list(A)
        flatten: list(dyn).(int) -> list(dyn)
        distinct: list(A).() -> list(A)
        sort: list(A).() -> list(A)
        reverse: list(A).() -> list(A)
        first: list(A).() -> optional(A)
        last: list(A).() -> optional(A)
        lists.range: (int) -> list(int)
        sets.contains: (list(A), list(A)) -> bool
        sets.equivalent: (list(A), list(A)) -> bool
        sets.intersects: (list(A), list(A)) -> bool
        """;

    private const string Optionals = """
        optional.of: (A) -> optional(A)
        optional.ofNonZeroValue: (A) -> optional(A)
        optional.none: () -> optional(A)
        optional.unwrap: (list(optional(A))) -> list(A)
        unwrapOpt: list(optional(A)).() -> list(A)
        hasValue: optional(A).() -> bool
        value: optional(A).() -> A
        or: optional(A).(optional(A)) -> optional(A)
        orValue: optional(A).(A) -> A
        """;

    private const string Kubernetes = """
        url: (string) -> kubernetes.URL
        isURL: (string) -> bool
        getScheme: kubernetes.URL.() -> string
        getHost: kubernetes.URL.() -> string
        getHostname: kubernetes.URL.() -> string
        getPort: kubernetes.URL.() -> string
        getEscapedPath: kubernetes.URL.() -> string
        getQuery: kubernetes.URL.() -> map(string, list(string))
        quantity: (string) -> kubernetes.Quantity
        isQuantity: (string) -> bool
        sign: kubernetes.Quantity.() -> int
        isInteger: kubernetes.Quantity.() -> bool
        asInteger: kubernetes.Quantity.() -> int
        asApproximateFloat: kubernetes.Quantity.() -> double
        isGreaterThan: kubernetes.Quantity.(kubernetes.Quantity) -> bool
        isLessThan: kubernetes.Quantity.(kubernetes.Quantity) -> bool
        compareTo: kubernetes.Quantity.(kubernetes.Quantity) -> int
        add: kubernetes.Quantity.(kubernetes.Quantity) -> kubernetes.Quantity
        add: kubernetes.Quantity.(int) -> kubernetes.Quantity
        sub: kubernetes.Quantity.(kubernetes.Quantity) -> kubernetes.Quantity
        sub: kubernetes.Quantity.(int) -> kubernetes.Quantity
        semver: (string) -> kubernetes.Semver
        semver: (string, bool) -> kubernetes.Semver
        isSemver: (string) -> bool
        isSemver: (string, bool) -> bool
        major: kubernetes.Semver.() -> int
        minor: kubernetes.Semver.() -> int
        patch: kubernetes.Semver.() -> int
        isGreaterThan: kubernetes.Semver.(kubernetes.Semver) -> bool
        isLessThan: kubernetes.Semver.(kubernetes.Semver) -> bool
        compareTo: kubernetes.Semver.(kubernetes.Semver) -> int
        ip: (string) -> net.IP
        isIP: (string) -> bool
        ip.isCanonical: (string) -> bool
        family: net.IP.() -> int
        isUnspecified: net.IP.() -> bool
        isLoopback: net.IP.() -> bool
        isLinkLocalMulticast: net.IP.() -> bool
        isLinkLocalUnicast: net.IP.() -> bool
        isGlobalUnicast: net.IP.() -> bool
        cidr: (string) -> net.CIDR
        isCIDR: (string) -> bool
        containsIP: net.CIDR.(string) -> bool
        containsIP: net.CIDR.(net.IP) -> bool
        containsCIDR: net.CIDR.(string) -> bool
        containsCIDR: net.CIDR.(net.CIDR) -> bool
        ip: net.CIDR.() -> net.IP
        prefixLength: net.CIDR.() -> int
        masked: net.CIDR.() -> net.CIDR
        format.named: (string) -> optional(kubernetes.NamedFormat)
        validate: kubernetes.NamedFormat.(string) -> optional(list(string))
        """;

    private const string Authorization = """
        path: Authorizer.(string) -> PathCheck
        group: Authorizer.(string) -> GroupCheck
        serviceAccount: Authorizer.(string, string) -> Authorizer
        resource: GroupCheck.(string) -> ResourceCheck
        subresource: ResourceCheck.(string) -> ResourceCheck
        namespace: ResourceCheck.(string) -> ResourceCheck
        name: ResourceCheck.(string) -> ResourceCheck
        fieldSelector: ResourceCheck.(string) -> ResourceCheck
        labelSelector: ResourceCheck.(string) -> ResourceCheck
        check: PathCheck.(string) -> Decision
        check: ResourceCheck.(string) -> Decision
        allowed: Decision.() -> bool
        reason: Decision.() -> string
        errored: Decision.() -> bool
        error: Decision.() -> string
        """;

    private static readonly string[] Ordered = ["int", "uint", "double", "bool", "string", "bytes", "timestamp", "duration"];
    private static readonly string[] Numbers = ["int", "uint", "double"];

    /// <summary>All signatures.</summary>
    public static IEnumerable<CelSignature> All =>
    [
        .. new[] { Operators, Conversions, Texts, Lists, Optionals, Kubernetes }.SelectMany(CelSignatureReader.ReadAll),
        .. CelSignatureReader.ReadAll(Qualify(Authorization)),
        .. CelSignatureReader.ReadAll(Orders()),
        .. CelSignatureReader.ReadAll(Times()),
        .. CelNamedFormats.Names.Select(n => CelSignatureReader.Read($"format.{n}: () -> kubernetes.NamedFormat")),
    ];

    private static string Qualify(string table)
    {
        foreach (var type in (ReadOnlySpan<string>)["Authorizer", "PathCheck", "GroupCheck", "ResourceCheck", "Decision"])
        {
            table = table.Replace(type, $"kubernetes.authorization.{type}", StringComparison.Ordinal);
        }

        return table;
    }

    private static string Orders()
    {
        var lines =
            from sign in new[] { "_<_", "_<=_", "_>_", "_>=_" }
            from pair in Ordered.Select(t => (t, t)).Concat(Numbers.SelectMany(a => Numbers.Where(b => b != a).Select(b => (a, b))))
            select $"{sign}: ({pair.Item1}, {pair.Item2}) -> bool";
        return string.Join('\n', lines);
    }

    private static string Times()
    {
        string[] parts = ["getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes", "getSeconds", "getMilliseconds"];
        return string.Join('\n', parts.SelectMany(p => new[]
        {
            $"{p}: timestamp.() -> int",
            $"{p}: timestamp.(string) -> int",
        }).Concat(parts[6..].Select(p => $"{p}: duration.() -> int")));
    }
}
