// Conformance adapter for Go: an event as a channel that set closes, a flag as a channel with one slot, select for
// cancellation and limits. Goroutines know no turns, so a baton says who talks; Go's scheduler, who is there to take it.
//
// Install: apt-get install golang-go; go build -o target/go-adapter model/adapters/go/main.go
// Run:     ./fanion conform --adapter target/go-adapter \
//            --profile asyncio,WakeOrder=any,Yields=idle,CancelAfterSet=woken,CancelOnYield=ok,SignalConsumed=handed,SecondFlagWaiter=undefined
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"time"
)

type line = map[string]any
type request struct {
	Op, Event, Flag, Task string
	Events, Flags         []string
	Ms                    time.Duration
	Timeout               time.Duration `json:"timeout_ms"`
	Delay                 time.Duration `json:"delay_ms"`
}
type event struct{ done chan struct{} }
type scenario struct {
	baton, over    chan struct{}
	events         map[string]*event
	flags, cancels map[string]chan struct{}
}

var input = bufio.NewReader(os.Stdin)

func say(l line) { text, _ := json.Marshal(l); fmt.Println(string(text)) }
func ask() (r request) {
	text, err := input.ReadBytes('\n')
	if err != nil || json.Unmarshal(text, &r) != nil || r.Op == "quit" { os.Exit(0) }
	return
}
func set(flag chan struct{}) { select { case flag <- struct{}{}: default: } }
func clear(flag chan struct{}) { select { case <-flag: default: } }
func (e *event) isSet() bool { select { case <-e.done: return true; default: return false } }

func (s *scenario) take() { <-s.baton }
func (s *scenario) pass() { s.baton <- struct{}{} }

// One task: says how its last operation ended, then does what the suite asks of it.
func (s *scenario) live(task string) {
	s.take()
	for reply := (line{"task": task, "result": "started"}); ; {
		select { case <-s.over: return; default: }
		say(reply)
		r := ask()
		if r.Op == "end" || r.Op == "exit" {
			if task == "main" { close(s.over) } else { s.pass() }
			return
		}
		reply = line{"task": task, "result": "ok"}
		var limit <-chan time.Time
		if r.Timeout > 0 { limit = time.After(r.Timeout * time.Millisecond) }
		cancel := make(chan struct{})
		s.cancels[task] = cancel
		switch e, flag := s.events[r.Event], s.flags[r.Flag]; r.Op {
		case "wait":
			if e != nil { flag = e.done }
			reply["result"] = s.await(flag, limit, cancel, "woken")
		case "sleep": reply["result"] = s.await(nil, time.After(r.Ms * time.Millisecond), cancel, "ok")
		case "yield": s.pass(); runtime.Gosched(); s.take()
		case "hog": for end := time.Now().Add(r.Ms * time.Millisecond); time.Now().Before(end); { }
		case "spawn": go s.live(r.Task)
		case "cancel": select { case <-s.cancels[r.Task]: default: close(s.cancels[r.Task]) }
		case "is_set": reply["value"] = e.isSet()
		case "set": if e == nil { set(flag) } else if !e.isSet() { close(e.done) }
		case "clear": if e == nil { clear(flag) } else if e.isSet() { e.done = make(chan struct{}) }
		case "arm": time.AfterFunc(r.Delay * time.Millisecond, func() { set(flag) })
		case "interrupt": done := make(chan struct{}); go func() { set(flag); close(done) }(); <-done
		}
	}
}

// Waits, without the baton unless what is waited for is there at once.
func (s *scenario) await(signal <-chan struct{}, limit <-chan time.Time, cancel chan struct{}, good string) string {
	select { case <-signal: return good; default: }
	s.pass()
	defer s.take()
	select {
	case <-signal: return good
	case <-cancel: return "cancelled"
	case <-limit: if good == "ok" { return good }; return "timeout"
	}
}

func main() {
	runtime.GOMAXPROCS(1)
	say(line{"fanion": 1, "name": "Go", "version": runtime.Version()[2:],
		"features": []string{"event", "cancel", "timeout", "flag", "interrupt", "arm"}})
	for {
		begin := ask()
		channels := func() map[string]chan struct{} { return map[string]chan struct{}{} }
		s := &scenario{make(chan struct{}, 1), make(chan struct{}), map[string]*event{}, channels(), channels()}
		s.pass()
		for _, name := range begin.Events { s.events[name] = &event{make(chan struct{})} }
		for _, name := range begin.Flags { s.flags[name] = make(chan struct{}, 1) }
		go s.live("main")
		<-s.over // whoever is blocked stays so: nobody can end a goroutine from outside
		say(line{"ended": true})
	}
}
