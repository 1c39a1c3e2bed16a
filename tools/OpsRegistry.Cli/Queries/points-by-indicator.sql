-- 扣分最多的指标
-- The indicators that cost the most points
SELECT contract, indicator, any_value(indicator_zh) AS title, sum(points) AS points, count(*) AS deductions, count(DISTINCT period) AS periods
FROM deductions
GROUP BY contract, indicator
ORDER BY points DESC, contract, indicator
