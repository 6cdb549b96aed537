using Google.Protobuf;
using Grpc.Core;
using Slipway.Store.Etcd.Protocol;

namespace Slipway.Store.Etcd;

/// <summary>
/// Writes to etcd: each write is one transaction whose condition is the key's mod revision, so that it cannot happen twice and
/// may safely be sent again when its answer is lost. Where a later attempt finds that the condition no longer holds, the key's
/// history tells whether an earlier attempt was the reason; where it cannot tell, the outcome is
/// <see cref="WriteResult.Unknown"/>.
/// </summary>
/// <param name="connection">The cluster.</param>
/// <param name="keys">The keys.</param>
/// <param name="reader">Reads a key's history.</param>
internal sealed class EtcdWriter(EtcdConnection connection, EtcdKeys keys, EtcdReader reader)
{
    private const int LongestHistory = 32;

    /// <summary>Writes.</summary>
    /// <param name="request">The write.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        var transaction = Compose(request);
        var begin = connection.Now();
        var isLost = false;
        for (var attempt = 1; ; attempt++)
        {
            var member = connection.Member;
            try
            {
                var answer = await connection.AttemptAsync(member, (kv, options) => kv.TxnAsync(transaction, options), cancellation);
                return answer.Succeeded
                    ? WriteOutcome.Committed(answer.Header.Revision)
                    : await JudgeAsync(request, Current(answer), isLost, cancellation);
            }
            catch (RpcException e) when (EtcdFault.IsRefusal(e))
            {
                return isLost ? WriteOutcome.Unknown(Lost(e)) : WriteOutcome.Unavailable($"etcd refuses the write: {EtcdFault.Text(e)}");
            }
            catch (RpcException e)
            {
                isLost |= !EtcdFault.IsUndone(e);
                connection.Leave(member);

                // Without a condition a second attempt could be a second write.
                if ((isLost && request.ExpectedRevision is null) || connection.Since(begin) > EtcdConnection.Patience)
                {
                    return isLost ? WriteOutcome.Unknown(Lost(e)) : WriteOutcome.Unavailable($"etcd cannot be reached: {EtcdFault.Text(e)}");
                }
            }

            await connection.PauseAsync(attempt, cancellation);
        }
    }

    private static string Lost(RpcException fault) => $"etcd was asked to write and did not answer; the write may be done or not: {EtcdFault.Text(fault)}";

    private TxnRequest Compose(WriteRequest request)
    {
        var key = keys.Of(request.Key);
        var transaction = new TxnRequest();
        if (request.Value is { } value)
        {
            transaction.Success.Add(new RequestOp { RequestPut = new PutRequest { Key = key, Value = UnsafeByteOperations.UnsafeWrap(value) } });
        }
        else
        {
            transaction.Success.Add(new RequestOp { RequestDeleteRange = new DeleteRangeRequest { Key = key } });
        }

        var condition = new Compare { Target = Compare.Types.CompareTarget.Mod, Key = key };
        switch (request.ExpectedRevision)
        {
            case null when request.Value is null:
                condition.Result = Compare.Types.CompareResult.Greater;
                transaction.Compare.Add(condition);
                break;
            case 0 when request.Value is null:
                // To delete what must be absent never succeeds: it is missing, or it exists.
                condition.ModRevision = -1;
                transaction.Compare.Add(condition);
                break;
            case { } expected:
                condition.ModRevision = expected;
                transaction.Compare.Add(condition);
                break;
        }

        transaction.Failure.Add(new RequestOp { RequestRange = new Protocol.RangeRequest { Key = key } });
        return transaction;
    }

    private StoredValue? Current(TxnResponse answer) =>
        answer.Responses[0].ResponseRange.Kvs is [var found, ..] ? keys.Value(found) : null;

    private async Task<WriteOutcome> JudgeAsync(WriteRequest request, StoredValue? current, bool isLost, CancellationToken cancellation)
    {
        var refusal = WriteOutcome.Refused(
            current is null ? WriteResult.Missing : request.ExpectedRevision == 0 ? WriteResult.Exists : WriteResult.Changed, current);
        if (!isLost)
        {
            return refusal;
        }

        var unknown = WriteOutcome.Unknown("etcd was asked to write and did not answer; the key was changed since, by this write or by another.");
        if (current is null)
        {
            return unknown;
        }

        if (request.Value is not { } value)
        {
            // The key lives on since before the deletion was sent: nothing deleted it.
            return current.CreateRevision <= request.ExpectedRevision ? refusal : unknown;
        }

        return await FindAsync(request, value, current, cancellation) switch
        {
            > 0 and var revision => WriteOutcome.Committed(revision),
            0 => refusal,
            _ => unknown,
        };
    }

    /// <summary>Goes back through a key's states to the one that a write expected.</summary>
    /// <returns>The revision of the state that the write made; 0 where there is none; less where that cannot be told.</returns>
    private async Task<long> FindAsync(WriteRequest request, ReadOnlyMemory<byte> value, StoredValue current, CancellationToken cancellation)
    {
        try
        {
            var state = current;
            for (var steps = 0; steps < LongestHistory; steps++)
            {
                if (state.ModRevision == request.ExpectedRevision)
                {
                    return 0;
                }

                if (state.Value.Span.SequenceEqual(value.Span))
                {
                    return state.ModRevision;
                }

                if (state.Version == 1 || await reader.GetAsync(request.Key, state.ModRevision - 1, cancellation) is not { } before)
                {
                    return -1;
                }

                state = before;
            }
        }
        catch (RpcException e) when (EtcdFault.IsCompacted(e))
        {
            // What was before is forgotten.
        }

        return -1;
    }
}
