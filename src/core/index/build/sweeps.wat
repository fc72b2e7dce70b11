;; The two sweeps that place all suffixes once the LMS suffixes lie, sorted, at the ends of their buckets, and the one that compares
;; each with its neighbour then (see sweeps.ts).
;; After a change: node test/tools/assembleModules.ts
;;
;; The arrays are given by the addresses of their first bytes:
;;   $sa        i32  an entry is a suffix whose predecessor is still to be placed, its complement one that this sweep passes by
;;   $symbols   u16  the text
;;   $cursor    i32  by symbol: where in its bucket the next suffix goes
;;   $marks     u8   by rank: gets the mark of the symbol before the suffix
;;   $marksOf   u8   the mark of each symbol
;;   $agreement u8   by rank, from $from on: gets the units in common with the suffix before it
(module
  ;; Two bytes before $symbols may be read as well, and sixteen behind it.
  (import "sweeps" "memory" (memory 1))

  ;; From the rank $from up to $to: places the suffixes that are larger than the one after them, each behind those of its bucket.
  (func (export "placeLarger")
    (param $from i32) (param $to i32) (param $sa i32) (param $symbols i32) (param $cursor i32) (param $marks i32) (param $marksOf i32)
    (local $rank i32) (local $slot i32) (local $entry i32) (local $before i32) (local $symbol i32)
    (local $place i32) (local $bucket i32) (local $target i32)
    (local.set $rank (local.get $from))
    (local.set $slot (i32.add (local.get $sa) (i32.shl (local.get $from) (i32.const 2))))
    (loop $next
      (local.set $entry (i32.load (local.get $slot)))
      (i32.store (local.get $slot) (i32.xor (local.get $entry) (i32.const -1)))
      (if (i32.gt_s (local.get $entry) (i32.const 0))
        (then
          (local.set $before (i32.sub (local.get $entry) (i32.const 1)))
          (local.set $place (i32.add (local.get $symbols) (i32.shl (local.get $before) (i32.const 1))))
          (local.set $symbol (i32.load16_u (local.get $place)))
          (i32.store8
            (i32.add (local.get $marks) (local.get $rank))
            (i32.load8_u (i32.add (local.get $marksOf) (local.get $symbol))))
          ;; The complement where what comes before it is smaller, so the later sweep's: without a branch, which nobody could foresee.
          (local.set $before
            (i32.xor
              (local.get $before)
              (i32.sub
                (i32.const 0)
                (i32.and
                  (i32.gt_s (local.get $before) (i32.const 0))
                  (i32.lt_u (i32.load16_u (i32.sub (local.get $place) (i32.const 2))) (local.get $symbol))))))
          (local.set $bucket (i32.add (local.get $cursor) (i32.shl (local.get $symbol) (i32.const 2))))
          (local.set $target (i32.load (local.get $bucket)))
          (i32.store (local.get $bucket) (i32.add (local.get $target) (i32.const 1)))
          (i32.store (i32.add (local.get $sa) (i32.shl (local.get $target) (i32.const 2))) (local.get $before))))
      (local.set $slot (i32.add (local.get $slot) (i32.const 4)))
      (local.set $rank (i32.add (local.get $rank) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $rank) (local.get $to)))))

  ;; From the rank before $to down to $from: places the suffixes that are smaller than the one after them, each before those of its bucket.
  (func (export "placeSmaller")
    (param $from i32) (param $to i32) (param $sa i32) (param $symbols i32) (param $cursor i32) (param $marks i32) (param $marksOf i32)
    (param $markOfNothing i32)
    (local $rank i32) (local $slot i32) (local $entry i32) (local $before i32) (local $symbol i32) (local $beforeThat i32)
    (local $place i32) (local $bucket i32) (local $target i32)
    (local.set $rank (local.get $to))
    (loop $next
      (local.set $rank (i32.sub (local.get $rank) (i32.const 1)))
      (local.set $slot (i32.add (local.get $sa) (i32.shl (local.get $rank) (i32.const 2))))
      (local.set $entry (i32.load (local.get $slot)))
      (if (i32.le_s (local.get $entry) (i32.const 0))
        (then
          (i32.store (local.get $slot) (i32.xor (local.get $entry) (i32.const -1)))
          (if (i32.eq (local.get $entry) (i32.const -1))
            (then (i32.store8 (i32.add (local.get $marks) (local.get $rank)) (local.get $markOfNothing)))))
        (else
          (local.set $before (i32.sub (local.get $entry) (i32.const 1)))
          (local.set $place (i32.add (local.get $symbols) (i32.shl (local.get $before) (i32.const 1))))
          (local.set $symbol (i32.load16_u (local.get $place)))
          (i32.store8
            (i32.add (local.get $marks) (local.get $rank))
            (i32.load8_u (i32.add (local.get $marksOf) (local.get $symbol))))
          (local.set $bucket (i32.add (local.get $cursor) (i32.shl (local.get $symbol) (i32.const 2))))
          (local.set $target (i32.sub (i32.load (local.get $bucket)) (i32.const 1)))
          (i32.store (local.get $bucket) (local.get $target))
          (local.set $slot (i32.add (local.get $sa) (i32.shl (local.get $target) (i32.const 2))))
          (if (i32.eqz (local.get $before))
            (then (i32.store (local.get $slot) (i32.const -1)))
            (else
              (local.set $beforeThat (i32.load16_u (i32.sub (local.get $place) (i32.const 2))))
              ;; An LMS suffix is passed by when its turn comes, so its mark is set here.
              (i32.store8
                (i32.add (local.get $marks) (local.get $target))
                (i32.load8_u (i32.add (local.get $marksOf) (local.get $beforeThat))))
              ;; The complement where what comes before it is larger.
              (i32.store
                (local.get $slot)
                (i32.xor
                  (local.get $before)
                  (i32.sub (i32.const 0) (i32.gt_u (local.get $beforeThat) (local.get $symbol)))))))))
      (br_if $next (i32.gt_u (local.get $rank) (local.get $from)))))

  ;; For the ranks from $from, 1 or more, up to $to: how many units the suffix shares with the one before it in rank, $limit at most.
  (func (export "compare")
    (param $from i32) (param $to i32) (param $sa i32) (param $symbols i32) (param $length i32) (param $limit i32) (param $agreement i32)
    (local $rank i32) (local $slot i32) (local $last i32) (local $suffix i32) (local $most i32) (local $shared i32) (local $equal i32)
    (local $a i32) (local $b i32) (local $first i64)
    (local.set $rank (local.get $from))
    (local.set $slot (i32.add (local.get $sa) (i32.shl (local.get $from) (i32.const 2))))
    (local.set $last (i32.load (i32.sub (local.get $slot) (i32.const 4))))
    (loop $next
      (local.set $suffix (i32.load (local.get $slot)))
      (local.set $a (i32.add (local.get $symbols) (i32.shl (local.get $last) (i32.const 1))))
      (local.set $b (i32.add (local.get $symbols) (i32.shl (local.get $suffix) (i32.const 1))))
      ;; The end of the text is as far as the later one goes.
      (local.set $most
        (i32.sub
          (local.get $length)
          (select (local.get $last) (local.get $suffix) (i32.gt_u (local.get $last) (local.get $suffix)))))
      (local.set $most
        (select (local.get $most) (local.get $limit) (i32.lt_u (local.get $most) (local.get $limit))))
      (local.set $shared (i32.const 0))
      (loop $more
        ;; Eight units at once, without a branch, which nobody could foresee: the lowest bit that differs, from 0 to 128.
        (local.set $first (i64.ctz (i64.xor (i64.load align=2 (local.get $a)) (i64.load align=2 (local.get $b)))))
        (local.set $equal
          (i32.shr_u
            (i32.wrap_i64
              (select
                (local.get $first)
                (i64.add
                  (i64.const 64)
                  (i64.ctz
                    (i64.xor (i64.load offset=8 align=2 (local.get $a)) (i64.load offset=8 align=2 (local.get $b)))))
                (i64.lt_u (local.get $first) (i64.const 64))))
            (i32.const 4)))
        (local.set $shared (i32.add (local.get $shared) (local.get $equal)))
        (if (i32.and (i32.eq (local.get $equal) (i32.const 8)) (i32.lt_u (local.get $shared) (local.get $most)))
          (then
            (local.set $a (i32.add (local.get $a) (i32.const 16)))
            (local.set $b (i32.add (local.get $b) (i32.const 16)))
            (br $more))))
      (i32.store8
        (i32.add (local.get $agreement) (local.get $rank))
        (select (local.get $shared) (local.get $most) (i32.lt_u (local.get $shared) (local.get $most))))
      (local.set $last (local.get $suffix))
      (local.set $slot (i32.add (local.get $slot) (i32.const 4)))
      (local.set $rank (i32.add (local.get $rank) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $rank) (local.get $to))))))
