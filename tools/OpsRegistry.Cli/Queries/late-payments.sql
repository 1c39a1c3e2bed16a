-- 逾期未付的款项
-- Tranches that are paid late or still open after their day
SELECT contract, tranche, tranche_zh AS title, payable, paid, open, due_on, paid_on, days_late, interest
FROM tranches
WHERE days_late > 0
ORDER BY days_late DESC, contract, tranche
