// Go 1.19: a one-slot channel used as a flag hands its signal to a waiter at once, so two sets in a row wake twice (FLG-5).
// Run: go run model/adapters/go/findings/two_sets_two_wakes.go
package main

import ("fmt"; "runtime"; "time")

func main() {
	runtime.GOMAXPROCS(1)
	twice := 0
	for try := 0; try < 40; try++ {
		flag, wakes := make(chan struct{}, 1), 0
		set := func() { select { case flag <- struct{}{}: default: } }
		go func() { for { <-flag; wakes++ } }()
		time.Sleep(time.Millisecond) // the waiter blocks
		set(); set()
		time.Sleep(time.Millisecond)
		if wakes == 2 { twice++ }
	}
	fmt.Println(twice, "of 40 times two sets woke the waiter twice")
}
