module example.com/woodpecker

go 1.26.0
