[assembly: AssemblyFixture(typeof(SharedCluster))]

// Tests mostly wait for answers; the test of the table waits for all of them.
[assembly: CollectionBehavior(MaxParallelThreads = 6)]
