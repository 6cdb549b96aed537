namespace Slipway.CrdGenerator;

/// <summary>The schemas of types that come from elsewhere and carry no attributes of ours.</summary>
internal static class KnownSchemas
{
    /// <summary>metav1.Condition, without the surrounding braces.</summary>
    public const string Condition = """
        "type":"object","required":["lastTransitionTime","message","reason","status","type"],"properties":{"lastTransitionTime":{"description":"When the status last changed.","type":"string","format":"date-time"},"message":{"description":"Why, for people; may be empty.","type":"string","maxLength":32768},"observedGeneration":{"description":"The object's generation that this was computed from; an older one means that the condition is out of date.","type":"integer","format":"int64","minimum":0},"reason":{"description":"Why, as one CamelCase word for programs.","type":"string","minLength":1,"maxLength":1024,"pattern":"^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"},"status":{"description":"Whether the condition holds.","type":"string","enum":["True","False","Unknown"]},"type":{"description":"What the condition is about, in CamelCase.","type":"string","maxLength":316,"pattern":"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$"}}
        """;

    /// <summary>metav1.LabelSelector, without the surrounding braces.</summary>
    public const string LabelSelector = """
        "type":"object","x-kubernetes-map-type":"atomic","properties":{"matchExpressions":{"description":"Requirements on labels; all must hold.","type":"array","x-kubernetes-list-type":"atomic","items":{"type":"object","required":["key","operator"],"properties":{"key":{"description":"The label's key.","type":"string"},"operator":{"description":"In, NotIn, Exists or DoesNotExist.","type":"string"},"values":{"description":"The values for In and NotIn.","type":"array","x-kubernetes-list-type":"atomic","items":{"type":"string"}}}}},"matchLabels":{"description":"Labels that must have exactly these values.","type":"object","additionalProperties":{"type":"string"}}}
        """;

    /// <summary>The fields that every object has.</summary>
    public const string ObjectFields = """
        "apiVersion":{"description":"The group and version in which this object is written.","type":"string"},"kind":{"description":"The kind of this object.","type":"string"},"metadata":{"type":"object"}
        """;
}
