using Slipway.Machinery.Cel;
using Slipway.Machinery.Cel.Evaluation;
using Slipway.Machinery.Cel.Libraries;

namespace Slipway.Unit.Machinery.Cel;

public sealed class Libraries
{
    [Theory]
    [InlineData("quantity('1.5Gi').isGreaterThan(quantity('1500Mi')) && quantity('200M').compareTo(quantity('0.2G')) == 0 && quantity('50M').isLessThan(quantity('50Mi'))")]
    [InlineData("quantity('50k').add(20).sub(quantity('100k')).sub(-50000) == quantity('20')")]
    [InlineData("quantity('50k').asInteger() == 50000 && quantity('1.5').isInteger() == false && quantity('1500m').asApproximateFloat() == 1.5 && quantity('-1').sign() == -1")]
    [InlineData("quantity('1e3') == quantity('1k') && quantity('1E') == quantity('1000P') && quantity('0.1n') == quantity('1n')")]
    [InlineData("isQuantity('1.3Gi') && !isQuantity('1,3G') && !isQuantity('200K') && !isQuantity('Mi') && !isQuantity('') && !isQuantity('1e999999999')")]
    [InlineData("url('https://user:p@example.com:80/a%20b?k=v&k=w&x#f').getHost() == 'example.com:80'")]
    [InlineData("url('https://[::1]:80/').getHostname() == '::1' && url('https://[::1]:80/').getPort() == '80' && url('http://a').getPort() == ''")]
    [InlineData("url('https://a/b%20c?k=v&k=w%26').getQuery() == {'k': ['v', 'w&']} && url('https://a/b%20c?d').getEscapedPath() == '/b%20c' && url('/x').getScheme() == ''")]
    [InlineData("isURL('https://a.b') && isURL('/abs') && !isURL('rel/path') && !isURL('a b') && !isURL('')")]
    [InlineData("ip('192.168.0.1').family() == 4 && ip('::1').isLoopback() && ip('0.0.0.0').isUnspecified() && ip('169.254.1.1').isLinkLocalUnicast()")]
    [InlineData("ip('224.0.0.1').isLinkLocalMulticast() && ip('8.8.8.8').isGlobalUnicast() && string(ip('10.0.0.1')) == '10.0.0.1' && ip.isCanonical('2001:db8::1') && !ip.isCanonical('2001:DB8::1')")]
    [InlineData("!isIP('1.2.3') && !isIP('01.2.3.4') && !isIP('::ffff:1.2.3.4') && !isIP('fe80::1%eth0') && isIP('fe80::1') && ip('10.0.0.1') == ip('10.0.0.1')")]
    [InlineData("cidr('10.0.0.0/8').containsIP('10.1.2.3') && !cidr('10.0.0.0/8').containsIP(ip('11.0.0.0')) && cidr('192.168.0.0/16').containsCIDR('192.168.10.0/24')")]
    [InlineData("!cidr('192.168.1.0/24').containsCIDR(cidr('192.168.2.0/24')) && cidr('192.168.0.1/24').masked() == cidr('192.168.0.0/24') && cidr('::1/128').prefixLength() == 128")]
    [InlineData("cidr('10.0.0.1/8').ip() == ip('10.0.0.1') && isCIDR('::1/128') && !isCIDR('10.0.0.0/33') && !isCIDR('10.0.0.0') && string(cidr('10.0.0.0/8')) == '10.0.0.0/8'")]
    [InlineData("semver('1.2.3').major() == 1 && semver('1.2.3-rc.1').isLessThan(semver('1.2.3')) && semver('1.2.3').compareTo(semver('0.1.2')) == 1 && semver('1.2.3-2').isLessThan(semver('1.2.3-10'))")]
    [InlineData("isSemver('1.0.0') && !isSemver('v1.0') && isSemver('v1.0', true) && semver('01.01.01', true) == semver('1.1.1') && !isSemver('200K') && semver('1.0.0+a') == semver('1.0.0+b')")]
    [InlineData("!format.dns1123Label().validate('my-label').hasValue() && format.dns1123Label().validate('My').value().size() == 1 && format.named('nope') == optional.none()")]
    [InlineData("format.named('labelValue').value().validate('-').hasValue() && !format.qualifiedName().validate('a.b/c').hasValue() && format.qualifiedName().validate('a/b/c').hasValue()")]
    [InlineData("!format.dns1123LabelPrefix().validate('abc-').hasValue() && !format.uuid().validate('123e4567-e89b-12d3-a456-426614174000').hasValue() && format.date().validate('x').value() == ['invalid date']")]
    [InlineData("'%s %d %.2f %x %X %o %b %e %%'.format([dyn('a'), 5, 1.5, 255, 'az', 8, 5, 12345.678]) == 'a 5 1.50 ff 617A 10 101 1.234568e+04 %'")]
    [InlineData("'%s'.format([[dyn(1), 'a', {'b': true}, null]]) == '[1, a, {b: true}, null]' && strings.quote('a\"b') == '\"a\\\\\"b\"'")]
    [InlineData("sets.contains([1, 2, 3], [1, 3]) && !sets.contains([1], [2]) && sets.equivalent([1, 1, 2], [2, 1]) && sets.intersects([1], [1, 2]) && !sets.intersects([], [1])")]
    [InlineData("[1, 2, 3, 4].slice(1, 3) == [2, 3] && [[1], [2, 3]].flatten() == [1, 2, 3] && [1, 2, 2].distinct() == [1, 2] && [3, 1, 2].sort() == [1, 2, 3] && [1, 2].reverse() == [2, 1] && lists.range(3) == [0, 1, 2]")]
    [InlineData("[1, 2].first().value() == 1 && [1, 2].last() == optional.of(2) && !dyn([]).first().hasValue()")]
    [InlineData("'tacocat'.indexOf('a', 3) == 5 && 'tacocat'.lastIndexOf('a', 4) == 1 && '😀b'.indexOf('b') == 1 && 'héllo'.substring(1, 3) == 'él' && 'ab'.charAt(2) == ''")]
    [InlineData("'a b c'.replace(' ', '', 1) == 'ab c' && 'hello'.split('') == ['h', 'e', 'l', 'l', 'o'] && 'a,b,c'.split(',', 2) == ['a', 'b,c'] && 'abc'.split(',', 0) == []")]
    [InlineData("[1, 2, 3].all(i, v, i < v) && {'a': 1}.exists(k, v, k == 'a' && v == 1) && [1, 2].existsOne(i, v, v == 2) && [5, 6].transformList(i, v, i > 0, v * 2) == [12]")]
    [InlineData("{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v * 10) == {'b': 20} && ['x'].transformMap(i, v, v) == {0: 'x'} && {'a': 'b'}.transformMapEntry(k, v, {v: k}) == {'b': 'a'}")]
    [InlineData("{'a': {'b': 1}}.?a.?b.orValue(0) == 1 && {'a': 1}.?x.orValue(2) == 2 && [1][?5].or(optional.of(7)).value() == 7 && optional.of(1).orValue(1/0) == 1")]
    [InlineData("optional.of(2).optMap(x, x * 2).value() == 4 && !optional.none().hasValue() && optional.of(1).optFlatMap(x, optional.none()) == optional.none() && !optional.ofNonZeroValue('').hasValue()")]
    [InlineData("[?optional.of(1), ?optional.none(), 3] == [1, 3] && {?'a': optional.none(), 'b': 2} == {'b': 2} && has({'a': {'b': 1}}.?a.b)")]
    [InlineData("timestamp('2024-02-29T12:00:00.5Z').getMilliseconds() == 500 && timestamp('2024-02-29T23:00:00Z').getDate('Europe/Berlin') == 1 && timestamp('2024-01-01T00:00:00Z').getDayOfWeek() == 1")]
    [InlineData("string(timestamp('2024-01-01T00:00:00+02:00')) == '2023-12-31T22:00:00Z' && int(timestamp('1970-01-01T00:01:00Z')) == 60 && duration('1h').getSeconds() == 3600 && duration('-1.5h') == duration('-90m')")]
    [InlineData("type(quantity('1')) == kubernetes.Quantity && type(ip('::1')) == net.IP && type(timestamp(0)) == google.protobuf.Timestamp && type(type(1)) == type")]
    [InlineData("1 < 2.5 && 2u > 1 && 9223372036854775807 < 9223372036854775808u && 1 != dyn(1.5) && dyn(1) in [1.0] && -1 < 0u")]
    [InlineData("b'\\xff'.size() == 1 && string(b'abc') == 'abc' && bytes('é').size() == 2 && b'a' < b'b'")]
    [InlineData("'a\\u00e9'.matches('é$') && 'aaa'.findAll('a', 2) == ['a', 'a'] && 'x'.find('y') == ''")]
    public void Hold(string text)
    {
        var result = CelProgram.Compile(text, CelEnvironment.Empty).Evaluate([], new CelBudget(CelBudget.PerExpression));
        Assert.True(result.IsTrue, result.IsError ? result.AsText : result.Kind.ToString());
    }

    [Theory]
    [InlineData("quantity('x')", "quantities must match")]
    [InlineData("quantity('1.5').asInteger()", "cannot convert value to integer")]
    [InlineData("url('a b')", "URL parse error during conversion from string")]
    [InlineData("cidr('10.0.0.0/8').containsIP('x')", "parse error during conversion from string")]
    [InlineData("optional.none().value()", "optional.none() dereference")]
    [InlineData("[1].slice(0, 5)", "cannot slice(0, 5), list is length 1")]
    [InlineData("'%d'.format(['a'])", "error during formatting: %d cannot be used with a value of type string")]
    [InlineData("'%s'.format([])", "index 0 out of range")]
    [InlineData("{'a': 1, 'b': 1}.transformMapEntry(k, v, {v: k})", "insert failed: key 1 already exists")]
    [InlineData("'abc'.charAt(4)", "index out of range: 4")]
    [InlineData("'abc'.substring(2, 1)", "invalid substring range. start: 2, end: 1")]
    [InlineData("[dyn(1), dyn('a')].sort()", "list elements must have the same type")]
    [InlineData("timestamp('9999-12-31T23:59:59Z') + duration('1s')", "timestamp overflow")]
    [InlineData("duration('100000h') * 1", "no matching overload")]
    public void Fail(string text, string message)
    {
        try
        {
            var result = CelProgram.Compile(text, CelEnvironment.Empty).Evaluate([], new CelBudget(CelBudget.PerExpression));
            Assert.True(result.IsError);
            Assert.Contains(message, result.AsText, StringComparison.Ordinal);
        }
        catch (Slipway.Machinery.Cel.Syntax.CelException e)
        {
            Assert.Contains(message, e.Fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_authorizer_is_asked_what_the_expression_says()
    {
        CelAccess? asked = null;
        var authorizer = CelAuthorization.Authorizer(a =>
        {
            asked = a;
            return new CelDecision(true, "because");
        });
        const string Text = "authorizer.group('apps').resource('deployments').subresource('scale').namespace('ns').name('n').check('update').reason() == 'because' && authorizer.requestResource.check('get').allowed()";
        var resource = CelAuthorization.RequestResource(a => new CelDecision(a.Resource == "pods"), new CelAccess { Resource = "pods" });
        var program = CelProgram.Compile(Text, CelEnvironment.MatchConditions);
        Assert.True(program.Evaluate([default, default, default, authorizer, resource], new CelBudget(CelBudget.PerExpression)).IsTrue);
        Assert.Equal(new CelAccess { Group = "apps", Resource = "deployments", Subresource = "scale", Namespace = "ns", Name = "n", Verb = "update" }, asked);
        var three = CelProgram.Compile("[1, 2, 3].all(x, authorizer.path('/x').check('get').allowed())", CelEnvironment.MatchConditions);
        Assert.Throws<CelBudgetException>(() => three.Evaluate([default, default, default, authorizer, resource], new CelBudget(CelBudget.PerExpression)));
    }
}
