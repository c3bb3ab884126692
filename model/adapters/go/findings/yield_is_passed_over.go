// Go 1.19: whoever yields is behind each goroutine that another starts meanwhile, for as long as a time slice lasts (the side Yields = idle).
// Run: go run model/adapters/go/findings/yield_is_passed_over.go
package main

import ("fmt"; "runtime")

func main() {
	runtime.GOMAXPROCS(1)
	most := 0
	for try := 0; try < 100; try++ {
		back, begun := false, 0
		var next func()
		next = func() { begun++; if !back && begun < 1000 { go next() } }
		go next()
		runtime.Gosched()
		back = true
		if begun > most { most = begun }
	}
	fmt.Println("up to", most, "goroutines, each started by the one before, have run during one yield")
}
