namespace Slipway.Conformance.Support;

/// <summary>The custom kinds of the tests.</summary>
internal static class Samples
{
    /// <summary>The path of the group of widgets.</summary>
    public const string Group = "/apis/demo.example.io/v1";

    /// <summary>A kind with all that a definition can say, in two versions.</summary>
    public const string Widgets = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"widgets.demo.example.io"},
         "spec":{"group":"demo.example.io","scope":"Namespaced",
          "names":{"plural":"widgets","singular":"widget","kind":"Widget","listKind":"WidgetList","shortNames":["wd"],"categories":["demo"]},
          "conversion":{"strategy":"None"},
          "versions":[
           {"name":"v1","served":true,"storage":true,
            "subresources":{"status":{},"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas","labelSelectorPath":".status.selector"}},
            "selectableFields":[{"jsonPath":".spec.color"}],
            "additionalPrinterColumns":[
              {"name":"Color","type":"string","jsonPath":".spec.color"},
              {"name":"Wanted","type":"integer","jsonPath":".spec.replicas","priority":1},
              {"name":"Age","type":"date","jsonPath":".metadata.creationTimestamp"}],
            "schema":{"openAPIV3Schema":{"type":"object","description":"A thing to test with.","properties":{
              "spec":{"type":"object","description":"What is wanted.","properties":{
                "replicas":{"type":"integer","minimum":0,"default":1,"description":"How many."},
                "color":{"type":"string","enum":["red","green","blue"]},
                "note":{"type":"string","maxLength":40000},
                "maybe":{"type":"string","nullable":true,"default":"yes"},
                "port":{"x-kubernetes-int-or-string":true},
                "when":{"type":"string","format":"date-time"},
                "word":{"type":"string","pattern":"^[a-z]+$"},
                "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true},
                "set":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"set"},
                "parts":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],
                  "items":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"size":{"type":"integer"}}}},
                "range":{"type":"object","properties":{"low":{"type":"integer"},"high":{"type":"integer"}},
                  "x-kubernetes-validations":[{"rule":"self.low <= self.high","message":"low must not be above high"}]},
                "fixed":{"type":"string","x-kubernetes-validations":[{"rule":"self == oldSelf","message":"fixed cannot change"}]},
                "items":{"type":"array","items":{"type":"string"}}}},
              "status":{"type":"object","properties":{
                "replicas":{"type":"integer"},"selector":{"type":"string"},"phase":{"type":"string"}}}}}}},
           {"name":"v1beta1","served":true,"storage":false,"deprecated":true,
            "subresources":{"status":{}},
            "schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """;

    /// <summary>A kind without namespaces and without a word of what is in it.</summary>
    public const string Gadgets = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"gadgets.demo.example.io"},
         "spec":{"group":"demo.example.io","scope":"Cluster",
          "names":{"plural":"gadgets","singular":"gadget","kind":"Gadget","listKind":"GadgetList"},
          "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Definitions { get; } = [Widgets, Gadgets];

    /// <summary>A small definition.</summary>
    /// <param name="plural">The plural; the kind is derived from it.</param>
    /// <param name="schema">What <c>openAPIV3Schema</c> says.</param>
    /// <param name="group">The group.</param>
    public static string Definition(string plural, string schema, string group = "test.example.io") => $$$"""
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"{{{plural}}}.{{{group}}}"},
         "spec":{"group":"{{{group}}}","scope":"Namespaced","names":{"plural":"{{{plural}}}","kind":"{{{Kind(plural)}}}","listKind":"{{{Kind(plural)}}}List","singular":"{{{Kind(plural).ToLowerInvariant()}}}"},
          "versions":[{"name":"v1","served":true,"storage":true,"subresources":{"status":{}},"schema":{"openAPIV3Schema":{{{schema}}}}}]}}
        """;

    /// <summary>The kind of a small definition.</summary>
    /// <param name="plural">Its plural.</param>
    public static string Kind(string plural) => char.ToUpperInvariant(plural[0]) + plural[1..].TrimEnd('s');
}
