using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Slipway.Server.Http.Requests;

namespace Slipway.Unit.Server.Http;

/// <summary>Paths are read as Kubernetes' own server reads them.</summary>
public sealed class RequestPaths
{
    [Theory]
    [InlineData("GET", "/api/v1/namespaces", "list||v1||namespaces||")]
    [InlineData("GET", "/api/v1/namespaces/other", "get||v1|other|namespaces||other")]
    [InlineData("PUT", "/api/v1/namespaces/other/finalize", "update||v1|other|namespaces|finalize|other")]
    [InlineData("PATCH", "/api/v1/namespaces/other/status", "patch||v1|other|namespaces|status|other")]
    [InlineData("GET", "/api/v1/namespaces/other/pods", "list||v1|other|pods||")]
    [InlineData("GET", "/api/v1/namespaces/other/pods?watch=true", "watch||v1|other|pods||")]
    [InlineData("GET", "/api/v1/namespaces/other/pods?watch=false", "list||v1|other|pods||")]
    [InlineData("GET", "/api/v1/namespaces/other/pods?watch", "watch||v1|other|pods||")]
    [InlineData("GET", "/api/v1/watch/namespaces/other/pods", "watch||v1|other|pods||")]
    [InlineData("GET", "/api/v1/watch/pods", "watch||v1||pods||")]
    [InlineData("GET", "/api/v1/watch/namespaces/other/pods/p", "watch||v1|other|pods||p")]
    [InlineData("HEAD", "/api/v1/namespaces/other/pods/foo", "get||v1|other|pods||foo")]
    [InlineData("GET", "/api/v1/pods", "list||v1||pods||")]
    [InlineData("POST", "/api/v1/namespaces/other/pods", "create||v1|other|pods||")]
    [InlineData("DELETE", "/api/v1/namespaces/other/pods", "deletecollection||v1|other|pods||")]
    [InlineData("DELETE", "/api/v1/namespaces/other/pods/foo", "delete||v1|other|pods||foo")]
    [InlineData("GET", "/apis/apps/v1/namespaces/x/deployments/d/scale", "get|apps|v1|x|deployments|scale|d")]
    [InlineData("GET", "/apis/demo.example.io/v1/widgets?fieldSelector=metadata.name%3Dw", "list|demo.example.io|v1||widgets||w")]
    [InlineData("GET", "/apis/demo.example.io/v1/widgets?watch=1&fieldSelector=a!%3Db,metadata.name%3D%3Dw", "watch|demo.example.io|v1||widgets||w")]
    [InlineData("GET", "/apis/demo.example.io/v1/widgets?fieldSelector=metadata.name!%3Dw", "list|demo.example.io|v1||widgets||")]
    [InlineData("GET", "/api/v1/namespaces/x/pods/p/portforward", "get||v1|x|pods|portforward|p")]
    [InlineData("GET", "/api/v1/pods/", "list||v1||pods||")]
    [InlineData("GET", "/api/v1/proxy/namespaces/x/pods/p/extra", "proxy||v1|x|pods||p")]
    [InlineData("GET", "/api/v1/watch/namespaces/x", "watch||v1|x|namespaces||x")]
    [InlineData("OPTIONS", "/api/v1/pods", "||v1||pods||")]
    [InlineData("DELETE", "/api/v1/namespaces/x/pods?fieldSelector=metadata.name%3Da", "deletecollection||v1|x|pods||")]
    [InlineData("GET", "/api/v1/pods?fieldSelector=&fieldSelector=metadata.name%3Da", "list||v1||pods||")]
    [InlineData("GET", "/api/v1/pods?fieldSelector=metadata.name%3Da%5C%2Cb", "list||v1||pods||a,b")]
    [InlineData("GET", "/api/v1/pods?fieldSelector=metadata.name%3D..", "list||v1||pods||")]
    [InlineData("GET", "/api/v1/pods?fieldSelector=metadata.name%3Da,nonsense", "list||v1||pods||")]
    public void A_resource_request(string method, string address, string expected)
    {
        var path = Parse(method, address);
        Assert.True(path.IsResource);
        Assert.Equal(
            expected,
            string.Join('|', path.Verb, path.Group, path.Version, path.Namespace, path.Resource, path.Subresource, path.Name));
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/v1")]
    [InlineData("GET", "/apis")]
    [InlineData("GET", "/apis/apps")]
    [InlineData("GET", "/apis/apps/v1")]
    [InlineData("GET", "/healthz")]
    [InlineData("POST", "/not/an/api/path")]
    [InlineData("GET", "/api/v1/watch")]
    [InlineData("GET", "/api/v1//pods")]
    [InlineData("GET", "/api/v1/namespaces//pods")]
    [InlineData("GET", "/apis//v1/widgets")]
    public void A_page(string method, string address)
    {
        var path = Parse(method, address);
        Assert.False(path.IsResource);
        Assert.Equal(method.ToLowerInvariant(), path.Verb);
    }

    [Theory]
    [InlineData("/api/v1/pods?watch=1", true)]
    [InlineData("/api/v1/namespaces/x/pods/p/log?follow=true", true)]
    [InlineData("/api/v1/namespaces/x/pods/p/exec", true)]
    [InlineData("/api/v1/namespaces/x/pods/p/proxy/a/b", true)]
    [InlineData("/api/v1/pods", false)]
    [InlineData("/healthz", false)]
    public void What_lives_as_long_as_its_client_wants(string address, bool expected) => Assert.Equal(expected, Parse("GET", address).LongRunning);

    private static RequestPath Parse(string method, string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(at < 0 ? "" : address[at..]);
        return RequestPath.Parse(method, at < 0 ? address : address[..at], new QueryCollection(query));
    }
}
