//! tokio 1.24: whoever yields is behind each task that is spawned meanwhile, up to some sixty of them in a row (the side Yields = idle).
//! Run: as the adapter is built, with `run --bin yield-is-passed-over` instead of `build`
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};

static BACK: AtomicBool = AtomicBool::new(false);
static BEGUN: AtomicUsize = AtomicUsize::new(0);

fn next() {
    if BEGUN.fetch_add(1, SeqCst) < 1000 && !BACK.load(SeqCst) { drop(tokio::spawn(async { next() })) }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let yields = async {
        drop(tokio::spawn(async { next() }));
        tokio::task::yield_now().await;
        BACK.store(true, SeqCst);
        BEGUN.load(SeqCst)
    };
    let begun = runtime.block_on(async { tokio::spawn(yields).await.unwrap() });
    println!("{} tasks, each spawned by the one before, have run during one yield", begun);
}
