// Kotlin coroutines 1.10.2: a receiver that is cancelled, or whose limit passes, between a send and its turn takes the signal
// with it (CAN-2, CAN-5). The documentation of receive says so, and names onUndeliveredElement.
// Run: java -cp 'target/kotlin/classes:target/kotlin/classes/*' LosesTheSignal   (built as the adapter is)
@file:JvmName("LosesTheSignal")

import kotlinx.coroutines.*
import kotlinx.coroutines.channels.Channel

fun lost(cancels: Boolean, limit: Long, givesBack: Boolean) = (1..40).count {
    runBlocking {
        lateinit var flag: Channel<Unit>
        flag = if (givesBack) Channel(1, onUndeliveredElement = { flag.trySend(Unit) }) else Channel(Channel.CONFLATED)
        var received = false
        val waiter = launch { withTimeoutOrNull(limit) { flag.receive(); received = true } }
        yield() // it waits
        flag.trySend(Unit)
        if (cancels) waiter.cancel() else Thread.sleep(10)
        waiter.join()
        !received && flag.tryReceive().isFailure
    }
}

fun main() {
    println("${lost(true, 1000, false)} of 40 times a signal was lost with a receiver that was cancelled behind it")
    println("${lost(false, 5, false)} of 40 times with a receiver whose limit of 5 ms passed before it ran")
    println("${lost(false, 1000, false)} of 40 times without cancellation and time-out")
    println("${lost(true, 1000, true)} and ${lost(false, 5, true)} of 40 times with onUndeliveredElement, in a channel for one")
}
