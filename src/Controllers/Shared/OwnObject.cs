using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.Shared;

/// <summary>Writes of a pass to the very object that it is about.</summary>
internal static class OwnObject
{
    extension(IClient client)
    {
        /// <summary>As <c>SaveAsync</c>, but an object that went meanwhile is no failure: its going ends all there is to do.</summary>
        /// <typeparam name="T">The kind.</typeparam>
        /// <param name="before">The object as read.</param>
        /// <param name="after">The object as wanted.</param>
        /// <param name="cancellation">Ends the call.</param>
        /// <returns>The object as stored, or <paramref name="before"/> where nothing was written.</returns>
        public async ValueTask<T> SaveUnlessGoneAsync<T>(T before, T after, CancellationToken cancellation)
            where T : class, IKind<T>
        {
            try
            {
                return await client.SaveAsync(before, after, cancellation);
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                return before;
            }
        }
    }
}
