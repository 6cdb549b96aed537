// Each collection owns one long-lived program; more than two at a time only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
