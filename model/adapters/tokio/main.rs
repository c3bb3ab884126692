//! Conformance adapter for tokio: an event as `Notify` and a bit, a flag as `Notify` alone, `select!` for cancellation.
//!
//! Install: apt-get install cargo librust-tokio-dev
//!   cargo build --manifest-path model/adapters/tokio/Cargo.toml --target-dir target/tokio --offline \
//!     --config 'source.crates-io.replace-with="debian"' --config 'source.debian.directory="/usr/share/cargo/registry"'
//! Run: ./fanion conform --adapter target/tokio/debug/tokio-adapter \
//!   --profile asyncio,WakeOrder=any,Yields=idle,SignalConsumed=handed,SecondFlagWaiter=undefined
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::{collections::HashMap, io::BufRead, process::exit, sync::Arc, sync::Mutex, thread, time::Duration};
use tokio::sync::{oneshot, Notify};

#[derive(Default)]
struct Event {
    is_set: AtomicBool,
    notify: Notify,
}

impl Event {
    fn set(&self) {
        self.is_set.store(true, SeqCst);
        self.notify.notify_waiters();
    }
    async fn wait(&self) {
        let notified = self.notify.notified();
        if !self.is_set.load(SeqCst) { notified.await }
    }
}

struct Scenario {
    events: HashMap<String, Event>,
    flags: HashMap<String, Arc<Notify>>,
    cancels: Mutex<HashMap<String, oneshot::Sender<()>>>,
    over: AtomicBool,
}

fn ask() -> String {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).unwrap();
    line.retain(|c| !c.is_whitespace());
    if line.is_empty() || get(&line, "op") == Some("quit") { exit(0) }
    line
}

fn spawn(s: Arc<Scenario>, task: &str) { drop(tokio::spawn(live(s, task.to_string()))) }

/// A member's value: a name, a number, or the inside of a list.
fn get<'a>(line: &'a str, member: &str) -> Option<&'a str> {
    let rest = line.split_once(&format!("\"{}\":", member))?.1;
    let end = if rest.starts_with('[') { rest.find(']')? } else { rest.find(&[',', '}'][..])? };
    Some(rest[..end].trim_matches(&['[', '"'][..]))
}
fn ms(line: &str, member: &str) -> Option<Duration> { Some(Duration::from_millis(get(line, member)?.parse().ok()?)) }
fn named<T: Default>(list: Option<&str>) -> HashMap<String, T> {
    let names = list.unwrap_or("").split(',').map(|name| name.trim_matches('"').to_string());
    names.filter(|name| !name.is_empty()).map(|name| (name, T::default())).collect()
}

/// The life of one task: says how its last operation ended, then does what the suite asks of it.
async fn live(s: Arc<Scenario>, task: String) {
    let (mut result, mut value) = ("started", "".to_string());
    while !s.over.load(SeqCst) {
        println!("{{\"task\":\"{}\",\"result\":\"{}\"{}}}", task, result, value);
        let line = ask();
        if let Some("exit" | "end") = get(&line, "op") { return s.over.store(task == "main", SeqCst) }
        let (cancel, cancelled) = oneshot::channel();
        s.cancels.lock().unwrap().insert(task.clone(), cancel);
        value.clear();
        result = tokio::select! { biased; _ = cancelled => "cancelled", end = perform(&s, &line, &mut value) => end };
    }
}

async fn perform(s: &Arc<Scenario>, line: &str, value: &mut String) -> &'static str {
    let (event, flag) = (get(line, "event").map(|name| &s.events[name]), get(line, "flag").map(|name| &s.flags[name]));
    match get(line, "op").unwrap() {
        "wait" => {
            let wait = async { if let Some(flag) = flag { flag.notified().await } else { event.unwrap().wait().await } };
            let limit = ms(line, "timeout_ms").unwrap_or(Duration::MAX);
            return tokio::time::timeout(limit, wait).await.map_or("timeout", |_| "woken");
        }
        "set" => flag.map_or_else(|| event.unwrap().set(), |flag| flag.notify_one()),
        "clear" if flag.is_some() => tokio::select! { biased; _ = flag.unwrap().notified() => {}, _ = async {} => {} },
        "clear" => event.unwrap().is_set.store(false, SeqCst),
        "is_set" => *value = format!(",\"value\":{}", event.unwrap().is_set.load(SeqCst)),
        "yield" => tokio::task::yield_now().await,
        "sleep" => tokio::time::sleep(ms(line, "ms").unwrap()).await,
        "hog" => thread::sleep(ms(line, "ms").unwrap()),
        "spawn" => spawn(s.clone(), get(line, "task").unwrap()),
        "cancel" => drop(s.cancels.lock().unwrap().remove(get(line, "task").unwrap()).map(|cancel| cancel.send(()))),
        op => {
            let (flag, delay) = (flag.unwrap().clone(), ms(line, "delay_ms").unwrap_or_default());
            let setter = thread::spawn(move || { thread::sleep(delay); flag.notify_one() });
            if op == "interrupt" { setter.join().unwrap() }
        }
    }
    "ok"
}

fn main() {
    let features = r#"["event","cancel","timeout","flag","interrupt","arm"]"#;
    println!(r#"{{"fanion":1,"name":"tokio","version":"1","features":{}}}"#, features);
    loop {
        let begin = ask();
        let (events, flags) = (named(get(&begin, "events")), named(get(&begin, "flags")));
        let s = Arc::new(Scenario { events, flags, cancels: Mutex::default(), over: AtomicBool::new(false) });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async { tokio::spawn(live(s, "main".to_string())).await.unwrap() });
        drop(runtime); // and every task with it
        println!("{{\"ended\":true}}");
    }
}
