// Conformance adapter for Kotlin's coroutines: an event made of a CompletableDeferred, a flag of a conflated channel, a job for
// each operation to cancel, withTimeout for limits; all in runBlocking's loop.
//
// Install: mvn -q -f model/adapters/kotlin/pom.xml compile
// Run:     ./fanion conform --profile asyncio,SignalConsumed=handed \
//            --adapter "java -cp target/kotlin/classes:target/kotlin/classes/* AdapterKt"
// What is wrong with the flag is in `findings`; with --give-back behind AdapterKt it is mended.
//
// A job that is cancelled stays so. So each operation has one of its own.
import kotlin.system.exitProcess
import kotlinx.coroutines.*
import kotlinx.coroutines.channels.Channel

var giveBack = false

class Event {
    var reached = CompletableDeferred<Unit>()
    fun set() { reached.complete(Unit) }
    fun clear() { if (reached.isCompleted) reached = CompletableDeferred() }
}

/** With --give-back a signal whose receiver was cancelled is sent again; not in a conflated channel, which tells of signals that
 *  are replaced, too. */
class Flag {
    val signals: Channel<Unit> = if (giveBack) Channel(1, onUndeliveredElement = { set() }) else Channel(Channel.CONFLATED)
    var waited = false
    fun set() { signals.trySend(Unit) }
    suspend fun await(): String {
        if (waited) return "refused"
        waited = true
        try { signals.receive() } finally { waited = false }
        return "woken"
    }
}

fun say(task: String, reply: String) = println("""{"task":"$task","result":$reply}""")
fun ask(): String = readlnOrNull() ?: exitProcess(0)

/** A member of a request: a word, a number, or the words between brackets. */
fun String.member(name: String) = Regex("\"$name\":(\\[[^]]*]|\"?[a-z0-9_]+)").find(this)?.groupValues?.get(1)?.trim('"') ?: ""
fun String.words(name: String) = Regex("[a-z0-9]+").findAll(member(name)).map { it.value }

class Scenario(begin: String) {
    val events = begin.words("events").associateWith { Event() }
    val flags = begin.words("flags").associateWith { Flag() }
    val jobs = HashMap<String, Job>()
    var over = false

    /** The life of one task: says how its last operation ended, then does what the suite asks of it. */
    suspend fun CoroutineScope.live(task: String) {
        var reply = "\"started\""
        while (!over) {
            say(task, reply)
            val request = ask()
            if (request.member("op") in listOf("exit", "end")) { over = task == "main"; return }
            reply = try {
                coroutineScope { jobs[task] = coroutineContext.job; perform(this@live, request) }
            } catch (_: TimeoutCancellationException) {
                "\"timeout\""
            } catch (_: CancellationException) {
                "\"cancelled\""
            } catch (wrong: Throwable) { // the runtime's: the suite takes the end of the process for a crash
                wrong.printStackTrace()
                exitProcess(1)
            }
        }
    }

    suspend fun perform(scope: CoroutineScope, request: String): String {
        val event = events[request.member("event")]
        val flag = flags[request.member("flag")]
        when (request.member("op")) {
            "wait" -> {
                val wait = suspend { flag?.await() ?: event!!.reached.await().let { "woken" } }
                val limit = request.member("timeout_ms")
                return "\"" + (if (limit == "") wait() else withTimeout(limit.toLong()) { wait() }) + "\""
            }
            "set" -> flag?.set() ?: event!!.set()
            "clear" -> if (flag != null) flag.signals.tryReceive() else event!!.clear()
            "is_set" -> return "\"ok\",\"value\":${event!!.reached.isCompleted}"
            "yield" -> yield()
            "sleep" -> delay(request.member("ms").toLong())
            "hog" -> Thread.sleep(request.member("ms").toLong())
            "spawn" -> request.member("task").let { scope.launch { live(it) } }
            "cancel" -> jobs.getValue(request.member("task")).cancel()
            "interrupt" -> Thread(flag!!::set).run { start(); join() }
            "arm" -> Thread { Thread.sleep(request.member("delay_ms").toLong()); flag!!.set() }.apply { isDaemon = true }.start()
        }
        return "\"ok\""
    }
}

fun main(arguments: Array<String>) {
    giveBack = "--give-back" in arguments
    val features = """["event","cancel","timeout","flag","interrupt","arm"]"""
    println("""{"fanion":1,"name":"Kotlin coroutines","version":"1.10.2","features":$features}""")
    while (true) {
        val request = ask()
        if (request.member("op") == "quit") return
        runBlocking {
            val scenario = Scenario(request)
            with(scenario) { live("main") }
            coroutineContext.cancelChildren()
        }
        println("""{"ended":true}""")
    }
}
