;; The most probable split of a stretch of text into the words of a trie (see bestSplit.ts).
;; After a change: node test/tools/assembleModules.ts
;;
;; What lies where in the memory is given by the addresses of first bytes. The tables of the trie are those of wordTrie.ts:
;;   $notes     u16  by node: 0x8000 if words go on from it, and the number of the weight of the word that ends there
;;   $edges     i32  two an edge: parent with the low byte of the unit, child with the high byte; both 0 where there is none
;;   $bits           a bit for each number of $edges, of which there are $mask and one: not set where there is no edge
;;   $weights   f64  by number; that of no word is not a number
(module
  (import "split" "memory" (memory 1))
  (import "split" "notes" (global $notes i32))
  (import "split" "edges" (global $edges i32))
  (import "split" "bits" (global $bits i32))
  (import "split" "mask" (global $mask i32))
  (import "split" "weights" (global $weights i32))
  ;; The weight of a character that is no word.
  (import "split" "unknown" (global $unknown f64))

  ;; The node one $unit on from $node, 0 if there is none.
  (func $step (param $node i32) (param $unit i32) (result i32)
    (local $hash i32) (local $bit i32) (local $key i32) (local $slot i32) (local $edge i32) (local $child i32)
    (local.set $hash
      (i32.xor
        (i32.mul (local.get $node) (i32.const 0x9e3779b1))
        (i32.mul (local.get $unit) (i32.const 0x85ebca6b))))
    (local.set $bit (i32.and (i32.shr_u (local.get $hash) (i32.const 11)) (global.get $mask)))
    (if
      (i32.eqz
        (i32.and
          (i32.shr_u
            (i32.load8_u (i32.add (global.get $bits) (i32.shr_u (local.get $bit) (i32.const 3))))
            (i32.and (local.get $bit) (i32.const 7)))
          (i32.const 1)))
      (then (return (i32.const 0))))
    (local.set $key (i32.or (local.get $node) (i32.shl (local.get $unit) (i32.const 24))))
    (local.set $slot (i32.shl (i32.shr_u (local.get $hash) (i32.const 7)) (i32.const 1)))
    (loop $probe (result i32)
      (local.set $edge
        (i32.add (global.get $edges) (i32.shl (i32.and (local.get $slot) (global.get $mask)) (i32.const 2))))
      (local.set $child (i32.load offset=4 (local.get $edge)))
      (if (i32.eqz (local.get $child)) (then (return (i32.const 0))))
      (if
        (i32.and
          (i32.eq (i32.load (local.get $edge)) (local.get $key))
          (i32.eq (i32.shr_u (local.get $child) (i32.const 24)) (i32.shr_u (local.get $unit) (i32.const 8))))
        (then (return (i32.and (local.get $child) (i32.const 0xffffff)))))
      (local.set $slot (i32.add (local.get $slot) (i32.const 2)))
      (br $probe)))

  (func $noteOf (param $node i32) (result i32)
    (i32.load16_u (i32.add (global.get $notes) (i32.shl (local.get $node) (i32.const 1)))))

  ;; The weight of the word that ends at a node with $note.
  (func $weightOf (param $note i32) (result f64)
    (f64.load
      (i32.add (global.get $weights) (i32.shl (i32.and (local.get $note) (i32.const 0x7fff)) (i32.const 3)))))

  ;; For the $length units at $units: writes into $ends (i32, from the start of the stretch) where the first word of the best split from
  ;; each of them on ends, from the last to the first; into $best (f64, one entry more) the weight of that split.
  (func (export "choose") (param $units i32) (param $length i32) (param $best i32) (param $ends i32)
    (local $at i32) (local $end i32) (local $unit i32) (local $node i32) (local $note i32)
    (local $weight f64) (local $most f64) (local $wordEnd i32)
    (f64.store (i32.add (local.get $best) (i32.shl (local.get $length) (i32.const 3))) (f64.const 0))
    (local.set $at (local.get $length))
    (block $done
      (loop $each
        (br_if $done (i32.eqz (local.get $at)))
        (local.set $at (i32.sub (local.get $at) (i32.const 1)))
        (local.set $unit (call $unitAt (local.get $units) (local.get $at)))
        (local.set $node (i32.add (local.get $unit) (i32.const 1)))
        (local.set $end (i32.add (local.get $at) (i32.const 1)))
        ;; The lower half of a pair is no place to split; what is computed for it is never looked at.
        (if
          (i32.and
            (i32.eq (i32.and (local.get $unit) (i32.const 0xfc00)) (i32.const 0xd800))
            (i32.lt_u (local.get $end) (local.get $length)))
          (then
            (local.set $unit (call $unitAt (local.get $units) (local.get $end)))
            (if (i32.eq (i32.and (local.get $unit) (i32.const 0xfc00)) (i32.const 0xdc00))
              (then
                (local.set $node (call $step (local.get $node) (local.get $unit)))
                (local.set $end (i32.add (local.get $end) (i32.const 1)))))))
        (local.set $note (call $noteOf (local.get $node)))
        (local.set $weight (call $weightOf (local.get $note)))
        (local.set $most
          (f64.add
            (select (local.get $weight) (global.get $unknown) (f64.eq (local.get $weight) (local.get $weight)))
            (call $bestFrom (local.get $best) (local.get $end))))
        (local.set $wordEnd (local.get $end))
        (block $last
          (loop $longer
            (br_if $last (i32.lt_u (local.get $note) (i32.const 0x8000)))
            (br_if $last (i32.ge_u (local.get $end) (local.get $length)))
            (local.set $node (call $step (local.get $node) (call $unitAt (local.get $units) (local.get $end))))
            (br_if $last (i32.eqz (local.get $node)))
            (local.set $end (i32.add (local.get $end) (i32.const 1)))
            (local.set $note (call $noteOf (local.get $node)))
            (local.set $weight
              (f64.add (call $weightOf (local.get $note)) (call $bestFrom (local.get $best) (local.get $end))))
            ;; Strictly greater: of equally probable splits jieba keeps the one with the shorter first word. What is not a number is not greater.
            (if (f64.gt (local.get $weight) (local.get $most))
              (then
                (local.set $most (local.get $weight))
                (local.set $wordEnd (local.get $end))))
            (br $longer)))
        (f64.store (i32.add (local.get $best) (i32.shl (local.get $at) (i32.const 3))) (local.get $most))
        (i32.store (i32.add (local.get $ends) (i32.shl (local.get $at) (i32.const 2))) (local.get $wordEnd))
        (br $each))))

  (func $unitAt (param $units i32) (param $at i32) (result i32)
    (i32.load16_u (i32.add (local.get $units) (i32.shl (local.get $at) (i32.const 1)))))

  (func $bestFrom (param $best i32) (param $at i32) (result f64)
    (f64.load (i32.add (local.get $best) (i32.shl (local.get $at) (i32.const 3)))))
)
