using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Pki;
using static Slipway.Unit.Server.Security.SecureServer;

namespace Slipway.Unit.Server.Security;

/// <summary>Tokens of service accounts: asked for, shown, verified by others, and ended.</summary>
public sealed class AccountTokensContract
{
    private const string Accounts = "/api/v1/namespaces/default/serviceaccounts";
    private const string Who = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    [Theory]
    [InlineData(KeyAlgorithm.EcdsaP256, "ES256")]
    [InlineData(KeyAlgorithm.EcdsaP384, "ES384")]
    [InlineData(KeyAlgorithm.Rsa2048, "RS256")]
    public async Task A_token_stands_for_its_account(KeyAlgorithm algorithm, string name)
    {
        await using var server = await StartAsync(algorithm);
        var token = await TokenAsync(server, "{}");
        Assert.Equal(name, (string?)Part(token, 0)["alg"]);
        var (code, body) = await PostAsync(server.WithToken(token), Who, "{}");
        Assert.Equal(201, code);
        var user = body["status"]!["userInfo"]!;
        Assert.Equal("system:serviceaccount:default:robot", (string?)user["username"]);
        Assert.Equal("""["system:serviceaccounts","system:serviceaccounts:default","system:authenticated"]""", user["groups"]!.ToJsonString());
        Assert.StartsWith("JTI=", (string?)user["extra"]!["authentication.kubernetes.io/credential-id"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_says_what_was_asked_for()
    {
        await using var server = await StartAsync();
        var (code, body) = await PostAsync(server.Admin, Accounts + "/robot/token", """{"spec":{"audiences":["vault"],"expirationSeconds":600}}""");
        Assert.Equal((201, "TokenRequest", "robot"), (code, (string?)body["kind"], (string?)body["metadata"]!["name"]));
        Assert.Equal(server.Time.GetUtcNow().AddSeconds(600), DateTimeOffset.Parse((string)body["status"]!["expirationTimestamp"]!, null));
        var claims = Part((string)body["status"]!["token"]!, 1);
        Assert.Equal("""["vault"]""", claims["aud"]!.ToJsonString());
        Assert.Equal("system:serviceaccount:default:robot", (string?)claims["sub"]);
        Assert.Equal("https://kubernetes.default.svc.cluster.local", (string?)claims["iss"]);
        Assert.Equal(600, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.Equal("robot", (string?)claims["kubernetes.io"]!["serviceaccount"]!["name"]);

        // For another audience than the server it is no way in here.
        Assert.Equal(401, (await PostAsync(server.WithToken((string)body["status"]!["token"]!), Who, "{}")).Code);
    }

    [Theory]
    [InlineData("""{"spec":{"expirationSeconds":599}}""", 422, "spec.expirationSeconds: Invalid value: 599: may not specify a duration less than 10 minutes")]
    [InlineData("""{"spec":{"expirationSeconds":9999999999}}""", 422, "may not specify a duration larger than 2^32 seconds")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"none"}}}""", 404, "pods \"none\" not found")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"Service","apiVersion":"v1","name":"none"}}}""", 400, "cannot bind token to object of type v1, Kind=Service")]
    public async Task What_cannot_be_had_is_refused(string body, int code, string message)
    {
        await using var server = await StartAsync();
        var refused = await PostAsync(server.Admin, Accounts + "/robot/token", body);
        Assert.Equal(code, refused.Code);
        Assert.Contains(message, Message(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_long_a_life_is_cut()
    {
        await using var server = await StartAsync(KeyAlgorithm.EcdsaP256, TimeSpan.FromHours(2));
        var (_, body) = await PostAsync(server.Admin, Accounts + "/robot/token", """{"spec":{"expirationSeconds":86400}}""");
        Assert.Equal(server.Time.GetUtcNow().AddHours(2), DateTimeOffset.Parse((string)body["status"]!["expirationTimestamp"]!, null));
    }

    [Fact]
    public async Task A_token_ends_with_its_time()
    {
        await using var server = await StartAsync();
        var client = server.WithToken(await TokenAsync(server, """{"spec":{"expirationSeconds":600}}"""));
        server.Time.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(201, (await PostAsync(client, Who, "{}")).Code);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, (await PostAsync(client, Who, "{}")).Code);
    }

    [Fact]
    public async Task A_token_ends_with_its_account_and_does_not_come_back_with_another_of_the_name()
    {
        await using var server = await StartAsync();
        var client = server.WithToken(await TokenAsync(server, "{}"));
        Assert.Equal(201, (await PostAsync(client, Who, "{}")).Code);
        await AskAsync(server.Admin, HttpMethod.Delete, Accounts + "/robot", null);
        Assert.Equal(401, (await PostAsync(client, Who, "{}")).Code);
        await server.MakeAsync(Accounts, """{"metadata":{"name":"robot"}}""");
        Assert.Equal(401, (await PostAsync(client, Who, "{}")).Code);
    }

    [Fact]
    public async Task A_token_ends_with_the_secret_it_is_bound_to()
    {
        await using var server = await StartAsync();
        await server.MakeAsync("/api/v1/namespaces/default/secrets", """{"metadata":{"name":"anchor"}}""");
        var client = server.WithToken(await TokenAsync(server, """{"spec":{"boundObjectRef":{"kind":"Secret","apiVersion":"v1","name":"anchor"}}}"""));
        Assert.Equal(201, (await PostAsync(client, Who, "{}")).Code);
        await AskAsync(server.Admin, HttpMethod.Delete, "/api/v1/namespaces/default/secrets/anchor", null);
        Assert.Equal(401, (await PostAsync(client, Who, "{}")).Code);
    }

    [Fact]
    public async Task A_token_of_a_pod_tells_of_it_and_is_of_its_account()
    {
        await using var server = await StartAsync();
        const string pods = "/api/v1/namespaces/default/pods";
        await server.MakeAsync(pods, """{"metadata":{"name":"p"},"spec":{"serviceAccountName":"robot","containers":[{"name":"c","image":"i"}]}}""");
        await server.MakeAsync(pods, """{"metadata":{"name":"q"},"spec":{"containers":[{"name":"c","image":"i"}]}}""");
        var token = await TokenAsync(server, """{"spec":{"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"p"}}}""");
        var (_, body) = await PostAsync(server.WithToken(token), Who, "{}");
        Assert.Equal("p", (string?)body["status"]!["userInfo"]!["extra"]!["authentication.kubernetes.io/pod-name"]![0]);
        Assert.Equal(400, (await PostAsync(server.Admin, Accounts + "/robot/token", """{"spec":{"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"q"}}}""")).Code);
    }

    [Fact]
    public async Task A_pod_needs_an_account_that_is_there()
    {
        await using var server = await StartAsync();
        var refused = await PostAsync(server.Admin, "/api/v1/namespaces/default/pods", """{"metadata":{"name":"p"},"spec":{"serviceAccountName":"gone","containers":[{"name":"c","image":"i"}]}}""");
        Assert.Equal((403, "pods \"p\" is forbidden: error looking up service account default/gone: serviceaccount \"gone\" not found"), (refused.Code, Message(refused)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("\"automountServiceAccountToken\":false,", false)]
    public async Task A_pod_gets_the_token_where_it_wants_it(string wish, bool mounted)
    {
        await using var server = await StartAsync();
        var pod = await server.MakeAsync(
            "/api/v1/namespaces/default/pods",
            "{\"metadata\":{\"name\":\"p\"},\"spec\":{" + wish + "\"serviceAccountName\":\"robot\",\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}");
        var mounts = pod["spec"]!["containers"]![0]!["volumeMounts"]?.AsArray() ?? [];
        Assert.Equal(mounted ? ["/var/run/secrets/kubernetes.io/serviceaccount"] : [], mounts.Select(m => (string?)m!["mountPath"]));
        Assert.Equal(mounted ? 1 : 0, (pod["spec"]!["volumes"]?.AsArray() ?? []).Count(v => (string?)v!["name"] == (string?)mounts[0]!["name"] && v["projected"] is not null));
    }

    [Fact]
    public async Task No_bit_of_a_token_can_be_turned()
    {
        await using var server = await StartAsync();
        var token = await TokenAsync(server, "{}");
        for (var at = 0; at < token.Length; at += 7)
        {
            var turned = token.ToCharArray();
            turned[at] = (char)(turned[at] ^ 1);
            Assert.Equal(401, (await GetAsync(server.WithToken(new string(turned)), "/healthz")).Code);
        }

        var last = token.ToCharArray();
        last[^1] = (char)(last[^1] ^ 1);
        Assert.Equal(401, (await GetAsync(server.WithToken(new string(last)), "/healthz")).Code);
    }

    [Theory]
    [InlineData("none", "")]
    [InlineData("HS256", "AAAA")]
    public async Task A_token_without_our_signature_is_nothing(string algorithm, string signature)
    {
        await using var server = await StartAsync();
        var parts = (await TokenAsync(server, "{}")).Split('.');
        var header = Part(string.Join('.', parts), 0);
        header["alg"] = algorithm;
        var forged = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{parts[1]}.{signature}";
        Assert.Equal(401, (await GetAsync(server.WithToken(forged), "/healthz")).Code);
    }

    [Theory]
    [InlineData(KeyAlgorithm.EcdsaP256)]
    [InlineData(KeyAlgorithm.Rsa2048)]
    public async Task Others_verify_tokens_with_what_the_issuer_tells(KeyAlgorithm algorithm)
    {
        await using var server = await StartAsync(algorithm);
        var token = await TokenAsync(server, "{}");
        var reader = server.WithToken(token);
        var (code, configuration) = await GetAsync(reader, "/.well-known/openid-configuration");
        Assert.Equal((200, (string?)Part(token, 1)["iss"]), (code, (string?)configuration["issuer"]));
        var (_, keys) = await GetAsync(reader, new Uri((string)configuration["jwks_uri"]!).AbsolutePath);
        var key = keys["keys"]!.AsArray().Single(k => (string?)k!["kid"] == (string?)Part(token, 0)["kid"])!;
        var parts = token.Split('.');
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        var signature = Base64Url.DecodeFromChars(parts[2]);
        byte[] Number(string name) => Base64Url.DecodeFromChars((string)key[name]!);
        if (algorithm == KeyAlgorithm.Rsa2048)
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = Number("n"), Exponent = Number("e") });
            Assert.True(rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
        else
        {
            using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Number("x"), Y = Number("y") } });
            Assert.True(ecdsa.VerifyData(signed, signature, HashAlgorithmName.SHA256));
        }
    }

    [Fact]
    public async Task A_review_tells_of_a_token()
    {
        await using var server = await StartAsync();
        var token = await TokenAsync(server, """{"spec":{"audiences":["vault","other"]}}""");
        const string reviews = "/apis/authentication.k8s.io/v1/tokenreviews";
        var good = await PostAsync(server.Admin, reviews, "{\"spec\":{\"audiences\":[\"vault\"],\"token\":\"" + token + "\"}}");
        Assert.True((bool)good.Body["status"]!["authenticated"]!);
        Assert.Equal("""["vault"]""", good.Body["status"]!["audiences"]!.ToJsonString());
        Assert.Equal("system:serviceaccount:default:robot", (string?)good.Body["status"]!["user"]!["username"]);
        var bad = await PostAsync(server.Admin, reviews, "{\"spec\":{\"token\":\"" + token + "\"}}");
        Assert.Null(bad.Body["status"]!["authenticated"]);
        Assert.NotNull(bad.Body["status"]!["error"]);
    }

    private static async Task<SecureServer> StartAsync(KeyAlgorithm algorithm = KeyAlgorithm.EcdsaP256, TimeSpan? longest = null)
    {
        using var keys = new KeyPool();
        var pki = await Slipway.Server.ServerPki.CreateAsync(keys, KeyAlgorithm.EcdsaP256, ["127.0.0.1"], TimeProvider.System, Stop);
        var server = await SecureServer.StartAsync(o => o with
        {
            Pki = pki with { TokenKeysPem = [PrivateKey.Generate(algorithm).ToPem()] },
            Access = o.Access with { LongestToken = longest ?? o.Access.LongestToken },
        });
        await server.MakeAsync(Accounts, """{"metadata":{"name":"robot"}}""");
        return server;
    }

    private static async Task<string> TokenAsync(SecureServer server, string body) =>
        (string)(await server.MakeAsync(Accounts + "/robot/token", body))["status"]!["token"]!;

    private static JsonObject Part(string token, int part) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[part]))!.AsObject();
}
