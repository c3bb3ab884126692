// Go 1.19: runtime.Gosched returns before a goroutine that is ready has run, about once in 61 times (LOP-2).
// Run: go run model/adapters/go/findings/yield_comes_back_first.go
package main

import ("fmt"; "runtime")

func main() {
	runtime.GOMAXPROCS(1)
	first := 0
	for try := 0; try < 6100; try++ {
		ran := false
		go func() { ran = true }()
		runtime.Gosched()
		if !ran { first++; runtime.Gosched() }
	}
	fmt.Println(first, "of 6100 yields came back first")
}
