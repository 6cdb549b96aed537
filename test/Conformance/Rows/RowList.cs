using static Slipway.Conformance.Rows.Need;

namespace Slipway.Conformance.Rows;

/// <summary>All rows, in the order of the table. The letter of an id says the section.</summary>
internal static class RowList
{
    /// <summary>All rows.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        .. Wire, .. Reads, .. Changes, .. Objects, .. Rules, .. Words,
    ];

    private static IEnumerable<Row> Wire =>
    [
        new("T1", Must, "HTTPS with HTTP/2 and HTTP/1.1; hundreds of streams on one connection"),
        new("T2", Must, "Paths mean what they mean upstream: legacy /watch/, /finalize and /status of namespaces, HEAD, delete of a collection"),
        new("T3", Must, "The pages /, /version, /healthz, /livez and /readyz with single checks, verbose and exclude, /metrics, /openapi"),
        new("T4", Must, "An unknown path or resource is a plain-text 404, a missing object a Status"),
        new("T5", Must, "Audit-Id (the client's own where given), Cache-Control, Content-Type and Date everywhere; Retry-After where trying again helps"),
        new("T6", Should, "Large answers are compressed for clients that take gzip; watches are not"),
        new("T7", Must, "Bodies above 3 MiB are refused; a request ends at its deadline"),
        new("T8", Must, "A charset beside the media type of a body or patch does no harm"),
        new("T9", Must, "Watches outlive deadlines and take no place among the limited requests"),
        new("T10", Later, "exec, attach and port-forward over upgraded connections"),
        new("T11", Later, "A watch over a WebSocket"),
        new("D1", Must, "Plain discovery: versions, groups, resources with verbs, short names, categories, storage hash, subresources"),
        new("D2", Must, "Aggregated discovery v2 on /api and /apis in one form; other versions fall back"),
        new("D3", Should, "Discovery has an ETag and answers 304; Vary names Accept"),
        new("D4", Must, "A new custom kind is in discovery and served when it says Established; a removed one vanishes"),
        new("D5", Must, "Versions are listed by preference, newest stable first"),
        new("D6", Should, "APIServices tell of each group version"),
        new("O1", Must, "OpenAPI v2 as JSON and as protocol buffers, with ETag; 406 for anything else"),
        new("O2", Must, "v2 tells group, version and kind, merge and list keys, and the query parameters of patches"),
        new("O3", Must, "The v3 index names documents with their hash; the right hash is cached for ever, a wrong one redirects"),
        new("O4", Must, "v3 offers strategic merge patches for built-in kinds only"),
        new("O5", Must, "The schemas of a custom kind are published soon, and withdrawn with it"),
        new("O6", Must, "Built-in kinds have whole schemas"),
        new("N1", Must, "Bodies as JSON, YAML or, for built-in kinds, protocol buffers; anything else is 415 with the list"),
        new("N2", Must, "Protocol-buffer bodies of built-in kinds are understood"),
        new("N3", Must, "Protocol-buffer and JSON forms of built-in kinds mean the same"),
        new("N4", Must, "Accept: clauses, weights, wildcards, pretty printing; 406 where nothing fits"),
        new("N5", Must, "A clause that the kind cannot meet is passed over for the next"),
        new("N6", Must, "Tables for get, list and watch, with or without objects; a watch tells its columns once"),
        new("N7", Should, "What has no metadata has no table: 406"),
        new("N8", Must, "Metadata alone for get, list, watch, patch and delete"),
        new("N9", Must, "A JSON watch is one object a line, sent at once"),
        new("N10", Later, "CBOR is refused so that clients fall back"),
    ];

    private static IEnumerable<Row> Reads =>
    [
        new("L1", Must, "One growing line of revisions; a resource version is a plain decimal number"),
        new("L2", Must, "A get at least as new as asked; 504 after three seconds for a version of the future"),
        new("L3", Must, "resourceVersion and its match on lists: newest, any, not older, exact; senseless pairs are 422"),
        new("L4", Must, "Pages of one revision in the order of keys; how many remain, where no selector hides it"),
        new("L5", Must, "A token of forgotten history is 410 and brings one that goes on without consistency"),
        new("L6", Must, "A list has its own kind and the store's version"),
        new("L7", Must, "History reaches back five minutes"),
        new("L8", Must, "Field selectors: name and namespace everywhere, further fields by kind, escapes; others are 400"),
        new("L9", Should, "Selectable fields of custom kinds"),
        new("L10", Must, "Label selectors: equality, sets, existence, comparison; 400 for nonsense"),
        new("W1", Must, "A watch from nothing tells what is present, one from a version all that came after, in order"),
        new("W2", Must, "A watch from forgotten history is one ERROR event of 410 and a clean end"),
        new("W3", Must, "Bookmarks for those who want them, never ahead of events, one shortly before the end"),
        new("W4", Must, "sendInitialEvents: present objects, a marked bookmark, then changes; 422 without its match"),
        new("W5", Must, "timeoutSeconds ends a watch cleanly"),
        new("W6", Must, "An object that comes to match is ADDED, one that no longer does DELETED with its last matching state"),
        new("W7", Must, "A watch of one object, by path or by field selector"),
        new("W8", Must, "A watcher that does not read is dropped; the others do not notice"),
        new("W9", Must, "The watches of a removed kind end"),
        new("W10", Should, "A server that stops ends watches in order and sends new requests away"),
        new("W11", Must, "Watches of tables and of metadata"),
    ];

    private static IEnumerable<Row> Changes =>
    [
        new("C1", Must, "Creation sets uid, time, generation and version itself, and refuses a version in the body"),
        new("C2", Must, "generateName: a random end of five letters, another try where the name is taken"),
        new("C3", Must, "Kind, apiVersion, namespace and name of a body must fit the path"),
        new("C4", Must, "An update with a stale version is 409; custom kinds must name one; few kinds are created by PUT"),
        new("C5", Must, "A write that changes nothing writes nothing"),
        new("C6", Must, "The generation counts changes of what is wanted"),
        new("C7", Must, "Deletion with preconditions on uid and version"),
        new("C8", Must, "A dry run of any write leaves no trace"),
        new("C9", Must, "Unknown and doubled fields: ignored, warned of or refused, as asked"),
        new("C10", Must, "The field manager: given, or the first word of the user agent; its form is checked"),
        new("C11", Should, "Doubled owner references are told of"),
        new("C12", Must, "Names, labels, annotations, finalizers and owners are checked"),
        new("C13", Should, "Objects too large to store are 413"),
        new("C14", Must, "A collection is deleted by selector"),
        new("C15", Must, "Deletion answers with a Status of what is gone, or with the object that stays a while"),
        new("P1", Must, "JSON Patch: order, tests, the end of lists, missing paths"),
        new("P2", Must, "JSON Merge Patch"),
        new("P3", Must, "Strategic merge patch on built-in kinds: keys, directives, orders"),
        new("P4", Must, "A version inside a patch is a lock; without it a patch is tried again"),
        new("P5", Must, "Apply: YAML body, field manager, creation where there is nothing"),
        new("P6", Must, "managedFields tell who set what, in the form of FieldsV1"),
        new("P7", Must, "An apply that changes nothing keeps version and times; managers are capped"),
        new("P8", Must, "Apply merges by schema, removes what its manager no longer says, and tells conflicts"),
        new("P9", Must, "Updates are tracked, too; an empty managedFields list resets"),
        new("P10", Should, "Status and main resource own their own fields"),
        new("P11", Must, "From client-side to server-side apply without conflicts"),
        new("P12", Must, "Ownership survives conversion between versions"),
        new("G1", Must, "Finalizers hold a deletion back; the last one that goes ends it"),
        new("G2", Must, "Background, foreground and orphan deletion"),
        new("G3", Must, "Objects without owners are collected"),
        new("G4", Must, "A namespace that ends refuses new objects, empties itself and goes; some cannot be deleted"),
        new("G5", Must, "Every namespace has its service account, its root certificate and its name as a label"),
        new("G6", Must, "With a definition go its objects, finalizers first"),
        new("G7", Should, "Pods end gracefully and can be evicted"),
        new("G8", Must, "Events expire"),
        new("S1", Must, "status changes status alone, the object itself everything but"),
        new("S2", Must, "scale reads and writes replicas in one form"),
        new("S3", Must, "Tokens of service accounts, finalize, status and the like"),
    ];

    private static IEnumerable<Row> Objects =>
    [
        new("X1", Must, "Definitions: v1 only, names, conditions, accepted names, stored versions, approval of protected groups"),
        new("X2", Must, "Schemas must be structural; names of two definitions must not clash"),
        new("X3", Must, "Unknown fields are pruned, but where they are to be kept"),
        new("X4", Must, "Defaults on writing and on reading; null where it may be"),
        new("X5", Must, "Validation by schema, in known words"),
        new("X6", Should, "What was invalid before and is unchanged does not stop an update"),
        new("X7", Must, "Validation rules in CEL, with the old object, messages and costs"),
        new("X8", Should, "The libraries of CEL"),
        new("X9", Must, "Several versions: conversion, storage, deprecation warnings"),
        new("X10", Must, "Printer columns, short names, categories, singular"),
        new("X11", Should, "Objects follow the storage version"),
        new("K1", Must, "Namespaces, Secrets, ConfigMaps, Events, ServiceAccounts, Leases, RBAC, definitions, webhooks and reviews are served with their rules"),
        new("K2", Should, "Nodes, Pods, Services, workloads, policies, storage and certificates are stored and checked"),
        new("A1", Must, "Admission: mutate, check, validate, in this order"),
        new("A2", Must, "Admission webhooks"),
        new("A3", Must, "Webhook configurations themselves go past webhooks"),
        new("A4", Must, "Namespace life and service accounts are guarded"),
        new("A5", Later, "ValidatingAdmissionPolicies"),
    ];

    private static IEnumerable<Row> Rules =>
    [
        new("U1", Must, "Client certificates; the administrator's kubeconfig"),
        new("U2", Should, "Static tokens and bootstrap tokens"),
        new("U3", Must, "Tokens of service accounts: made, bound, checked"),
        new("U4", Should, "OIDC, webhooks and front proxies"),
        new("U5", Must, "Nobody reads health and version, and is told what he may not; a bad token is 401"),
        new("U6", Must, "RBAC: roles, bindings, names, aggregation, no escalation"),
        new("U7", Must, "Access reviews and who-am-I"),
        new("U8", Must, "Impersonation"),
        new("Q1", Must, "Too many requests at once are 429 with Retry-After"),
        new("Q2", Should, "An audit log"),
        new("Q3", Should, "Metrics under upstream's names"),
        new("Q4", Should, "Traces"),
        new("Q5", Must, "/version names a version that clients' gates take"),
        new("Q6", Should, "Warnings of deprecated versions"),
        new("Q7", Must, "Refusals carry reason, code, details and causes"),
        new("Q8", Should, "Secrets are encrypted where they lie"),
    ];

    private static IEnumerable<Row> Words =>
    [
        new("E1", Must, "415 lists the media types"),
        new("E2", Must, "406 lists the media types"),
        new("E3", Must, "422 of a schema, and what it says of rules that were not looked at"),
        new("E4", Must, "400 of strict decoding"),
        new("E5", Must, "410 of a page"),
        new("E6", Must, "504 of a future version"),
        new("E7", Must, "405"),
        new("E8", Must, "The details of a deletion name the resource in plural"),
        new("Z1", Must, "kubectl creates, applies, diffs, edits, patches, labels, annotates, scales, waits and deletes"),
        new("Z2", Must, "kubectl applies on the server's side"),
        new("Z3", Must, "kubectl gets, watches, describes and explains"),
        new("Z4", Must, "kubectl create secret, configmap, token and role"),
        new("Z5", Must, "kubectl auth can-i and whoami, and --as"),
        new("Z6", Must, "The official C# client reads, writes, patches and watches"),
    ];
}
