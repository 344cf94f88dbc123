<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>genauth::AboutDialog</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>GenAuth Package Dashboard %1

Shows the package of your GenAuth user pools: name, MAU quantity, unit price, end and overdue days.

Free software under the GNU General Public License, version 3 or later. Built with Qt %2; TLS by %3.

Not affiliated with GenAuth or Authing; the names belong to their owners.</source>
        <translation>GenAuth 套餐看板 %1

显示 GenAuth 用户池的套餐：名称、MAU 数量、单价、到期时间和逾期天数。

自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。基于 Qt %2，TLS 由 %3 提供。

与 GenAuth、Authing 没有隶属关系；相关名称归其所有者所有。</translation>
    </message>
</context>
<context>
    <name>genauth::AdvancedForm</name>
    <message>
        <source>This is no currency: use a code such as CNY or USD.</source>
        <translation>这不是货币代码，请使用 CNY 或 USD 这样的代码。</translation>
    </message>
    <message>
        <source>There is no PEM file with a certificate at this place.</source>
        <translation>此处没有包含证书的 PEM 文件。</translation>
    </message>
    <message>
        <source>This is not a user pool id.</source>
        <translation>这不是用户池 ID。</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Pool id</source>
        <translation>用户池 ID(&amp;P)</translation>
    </message>
    <message>
        <source>Only where the key does not say it; the token&apos;s own word counts more.</source>
        <translation>仅在密钥未指明用户池时需要；以令牌中的信息为准。</translation>
    </message>
    <message>
        <source>Cl&amp;ock</source>
        <translation>时区(&amp;O)</translation>
    </message>
    <message>
        <source>C&amp;urrency</source>
        <translation>货币(&amp;U)</translation>
    </message>
    <message>
        <source>GenAuth names none: a code such as CNY, or nothing.</source>
        <translation>GenAuth 不返回货币：可填写 CNY 这样的代码，也可留空。</translation>
    </message>
    <message>
        <source>CA &amp;file</source>
        <translation>CA 文件(&amp;F)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Chooses the CA file</source>
        <translation>选择 CA 文件</translation>
    </message>
    <message>
        <source>The times GenAuth sends name no zone; Beijing time is assumed.</source>
        <translation>GenAuth 返回的时间不带时区，默认按北京时间理解。</translation>
    </message>
    <message>
        <source>For a server whose certificate your company issues itself.</source>
        <translation>用于由贵公司自行签发证书的服务器。</translation>
    </message>
</context>
<context>
    <name>genauth::AlertActions</name>
    <message>
        <source>A&amp;lerts (%1)</source>
        <translation>提醒（%1）(&amp;L)</translation>
    </message>
    <message>
        <source>A&amp;lerts</source>
        <translation>提醒(&amp;L)</translation>
    </message>
    <message>
        <source>Alerts (%1)</source>
        <translation>提醒（%1）</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>What fired, and when (Ctrl+Shift+A)</source>
        <translation>触发过哪些提醒、何时触发（Ctrl+Shift+A）</translation>
    </message>
    <message>
        <source>What will &amp;fire, and when…</source>
        <translation>将会触发哪些提醒…(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项…(&amp;P)</translation>
    </message>
    <message>
        <source>Show the alerts of all pools</source>
        <translation>显示所有用户池的提醒</translation>
    </message>
    <message>
        <source>The history could not be cleared: the disk takes nothing.</source>
        <translation>无法清除历史：磁盘无法写入。</translation>
    </message>
</context>
<context>
    <name>genauth::AlertButtons</name>
    <message>
        <source>S&amp;nooze</source>
        <translation>稍后提醒(&amp;N)</translation>
    </message>
    <message>
        <source>Says nothing more about the selected alerts for a while</source>
        <translation>暂时不再提示所选的提醒</translation>
    </message>
    <message>
        <source>Ac&amp;knowledge</source>
        <translation>已知悉(&amp;K)</translation>
    </message>
    <message>
        <source>Takes note of the selected alerts: they are open no longer, and not said again</source>
        <translation>标记所选提醒为已知悉：不再算作未处理，也不再提示</translation>
    </message>
    <message>
        <source>&amp;Open pool</source>
        <translation>打开用户池(&amp;O)</translation>
    </message>
    <message>
        <source>Shows the pool of the selected alert</source>
        <translation>显示所选提醒的用户池</translation>
    </message>
    <message>
        <source>&amp;Thresholds of this alert</source>
        <translation>此提醒的阈值(&amp;T)</translation>
    </message>
    <message>
        <source>When this alert fires, and whether at all</source>
        <translation>此提醒何时触发，以及是否触发</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>For a &amp;day</source>
        <translation>一天(&amp;D)</translation>
    </message>
    <message>
        <source>For a &amp;week</source>
        <translation>一周(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Until it changes</source>
        <translation>直到有变化(&amp;U)</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>Open pool</source>
        <translation>打开用户池</translation>
    </message>
    <message>
        <source>Thresholds of this alert</source>
        <translation>此提醒的阈值</translation>
    </message>
    <message>
        <source>For this &amp;pool…</source>
        <translation>仅此用户池(&amp;P)…</translation>
    </message>
    <message>
        <source>For &amp;all pools…</source>
        <translation>全部用户池(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>genauth::AlertFields</name>
    <message>
        <source>Whole days before the end, with commas between them.</source>
        <translation>到期前的整数天数，用逗号隔开。</translation>
    </message>
    <message>
        <source>Percent of the MAU bought, with commas between them.</source>
        <translation>占已购 MAU 的百分比，用逗号隔开。</translation>
    </message>
</context>
<context>
    <name>genauth::AlertText</name>
    <message>
        <source>Days before the end</source>
        <translation>到期前天数</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Figures that disagree</source>
        <translation>数据矛盾</translation>
    </message>
    <message>
        <source>MAU used</source>
        <translation>MAU 用量</translation>
    </message>
    <message>
        <source>MAU forecast</source>
        <translation>MAU 预测</translation>
    </message>
    <message>
        <source>Another right used up</source>
        <translation>其他权益用完</translation>
    </message>
    <message>
        <source>Old data</source>
        <translation>数据陈旧</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>已续费</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Below a limit again</source>
        <translation>回到上限以下</translation>
    </message>
    <message>
        <source>So many days before the package ends</source>
        <translation>套餐到期前的若干天</translation>
    </message>
    <message>
        <source>When the end time has passed</source>
        <translation>到期时间已过时</translation>
    </message>
    <message>
        <source>When GenAuth counts the package as overdue, and each further week</source>
        <translation>GenAuth 将套餐计为逾期时，以及此后每满一周</translation>
    </message>
    <message>
        <source>When the end time and the days overdue do not fit each other</source>
        <translation>到期时间与逾期天数不一致时</translation>
    </message>
    <message>
        <source>When so much of the MAU bought is used</source>
        <translation>已购 MAU 用到该比例时</translation>
    </message>
    <message>
        <source>When at this pace the MAU bought is reached before the billing cycle ends</source>
        <translation>按当前速度将在计费周期结束前用完已购 MAU 时</translation>
    </message>
    <message>
        <source>When a right other than MAU is used up</source>
        <translation>MAU 以外的权益用完时</translation>
    </message>
    <message>
        <source>When no refresh has succeeded for a day</source>
        <translation>一天内没有一次刷新成功时</translation>
    </message>
    <message>
        <source>When the access key is refused or cannot be read</source>
        <translation>访问密钥被拒绝或无法读取时</translation>
    </message>
    <message>
        <source>Good news: the end time has moved on</source>
        <translation>好消息：到期时间已延后</translation>
    </message>
    <message>
        <source>Good news: an order is paid, or nothing is overdue any more</source>
        <translation>好消息：订单已付款，或不再逾期</translation>
    </message>
    <message>
        <source>Good news: use has fallen below its limit</source>
        <translation>好消息：用量已回到上限以下</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is used of %2 bought</extracomment>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>%1% of the MAU bought is used</source>
        <translation>已用掉已购 MAU 的 %1%</translation>
    </message>
    <message>
        <source>%1% or more of the MAU bought is used</source>
        <translation>已用掉已购 MAU 的 %1% 或更多</translation>
    </message>
    <message>
        <source>Ends within %1</source>
        <translation>%1内到期</translation>
    </message>
    <message>
        <source>Ends in %1</source>
        <translation>%1后到期</translation>
    </message>
    <message>
        <source>The end time has passed</source>
        <translation>到期时间已过</translation>
    </message>
    <message>
        <source>The package has ended</source>
        <translation>套餐已到期</translation>
    </message>
    <message>
        <source>Overdue by %1</source>
        <translation>已逾期 %1</translation>
    </message>
    <message>
        <source>GenAuth&apos;s figures disagree</source>
        <translation>GenAuth 的数据相互矛盾</translation>
    </message>
    <message>
        <source>MAU may run out before the billing cycle ends</source>
        <translation>MAU 可能在计费周期结束前用完</translation>
    </message>
    <message>
        <source>“%1” is used up</source>
        <translation>“%1”已用完</translation>
    </message>
    <message>
        <source>No refresh has succeeded for a day</source>
        <translation>一天内没有一次刷新成功</translation>
    </message>
    <message>
        <source>The access key does not work</source>
        <translation>访问密钥无法使用</translation>
    </message>
    <message>
        <source>Renewed until %1</source>
        <translation>已续费至 %1</translation>
    </message>
    <message>
        <source>No longer overdue</source>
        <translation>不再逾期</translation>
    </message>
    <message>
        <source>Order %1 is paid</source>
        <translation>订单 %1 已付款</translation>
    </message>
    <message>
        <source>MAU is below its limit again</source>
        <translation>MAU 已回到上限以下</translation>
    </message>
    <message>
        <source>“%1” is below its limit again</source>
        <translation>“%1”已回到上限以下</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a pool&apos;s name, %2 what has happened there</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>GenAuth counts %1 overdue.</source>
        <translation>GenAuth 统计逾期 %1。</translation>
    </message>
    <message>
        <source>GenAuth counts this package as overdue.</source>
        <translation>GenAuth 将此套餐计为逾期。</translation>
    </message>
    <message>
        <source>The package ended on %1.</source>
        <translation>套餐已于 %1 到期。</translation>
    </message>
    <message>
        <source>The package was overdue by %1.</source>
        <translation>当时套餐已逾期 %1。</translation>
    </message>
    <message>
        <source>The end time was %1.</source>
        <translation>当时的到期时间是 %1。</translation>
    </message>
    <message>
        <source>MAU: %1.</source>
        <translation>MAU 用量：%1。</translation>
    </message>
    <message>
        <source>Sign-in for your users may stop at any time.</source>
        <translation>您的用户可能随时无法登录。</translation>
    </message>
    <message>
        <source>Renew in the GenAuth console, then press Refresh.</source>
        <translation>请在 GenAuth 控制台续费，然后点击“刷新”。</translation>
    </message>
    <message>
        <source>Upgrade the package in the GenAuth console.</source>
        <translation>请在 GenAuth 控制台升级套餐。</translation>
    </message>
    <message>
        <source>The package ends on %1.</source>
        <translation>套餐将于 %1 到期。</translation>
    </message>
    <message>
        <source>Renew in the GenAuth console before then, or your users may be unable to sign in.</source>
        <translation>请在此之前到 GenAuth 控制台续费，否则您的用户可能无法登录。</translation>
    </message>
    <message>
        <source>It ended on %1.</source>
        <translation>到期时间是 %1。</translation>
    </message>
    <message>
        <source>The end time is %1.</source>
        <translation>到期时间是 %1。</translation>
    </message>
    <message>
        <source>The two do not fit each other. Check the package in the GenAuth console.</source>
        <translation>两者不一致。请在 GenAuth 控制台核对套餐。</translation>
    </message>
    <message>
        <source>Above what was bought, further users may be refused.</source>
        <translation>超过已购数量后，新的用户可能被拒绝。</translation>
    </message>
    <message>
        <source>At this pace what was bought is reached on %1.</source>
        <translation>按当前速度，将于 %1 达到已购数量。</translation>
    </message>
    <message>
        <source>At this pace what was bought is reached before the billing cycle ends.</source>
        <translation>按当前速度，将在计费周期结束前达到已购数量。</translation>
    </message>
    <message>
        <source>Used: %1.</source>
        <translation>用量：%1。</translation>
    </message>
    <message>
        <source>What it covers may stop working.</source>
        <translation>它所涵盖的功能可能停用。</translation>
    </message>
    <message>
        <source>The last good answer came on %1.</source>
        <translation>上一次成功的应答在 %1。</translation>
    </message>
    <message>
        <source>No good answer has ever come.</source>
        <translation>从未收到成功的应答。</translation>
    </message>
    <message>
        <source>Nobody knows what has changed since.</source>
        <translation>此后有何变化无从得知。</translation>
    </message>
    <message>
        <source>GenAuth refuses it, or it cannot be read on this computer.</source>
        <translation>GenAuth 拒绝了它，或在本机无法读取。</translation>
    </message>
    <message>
        <source>This pool is not refreshed until you enter or unlock its key.</source>
        <translation>在您重新输入或解锁密钥之前，不会刷新此用户池。</translation>
    </message>
    <message>
        <source>The package now ends on %1.</source>
        <translation>套餐现在的到期时间是 %1。</translation>
    </message>
    <message>
        <source>Before, that was %1.</source>
        <translation>此前是 %1。</translation>
    </message>
    <message>
        <source>GenAuth counts no days overdue any more.</source>
        <translation>GenAuth 不再统计逾期天数。</translation>
    </message>
    <message>
        <source>GenAuth&apos;s list of orders shows it as paid.</source>
        <translation>GenAuth 的订单列表显示它已付款。</translation>
    </message>
    <message>
        <source>Use has fallen below its limit.</source>
        <translation>用量已回到上限以下。</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>end time %1</source>
        <translation>到期时间 %1</translation>
    </message>
    <message>
        <source>reached on %1</source>
        <translation>%1 达到</translation>
    </message>
    <message>
        <source>last good answer %1</source>
        <translation>上次成功应答 %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>%1 the old end time, %2 the new one</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>Good news</source>
        <translation>好消息</translation>
    </message>
    <message>
        <source>Ended on %1</source>
        <translation>已于 %1 结束</translation>
    </message>
    <message>
        <source>Acknowledged on %1</source>
        <translation>已于 %1 知悉</translation>
    </message>
    <message>
        <source>Snoozed until it changes</source>
        <translation>暂停提醒，直到有变化</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>暂停提醒至 %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>Open, not announced yet</source>
        <translation>未处理，尚未通知</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool(s) need attention</source>
        <translation>
            <numerusform>%Ln 个用户池需要关注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Good news of %Ln pool(s)</source>
        <translation>
            <numerusform>%Ln 个用户池有好消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more pool(s)</source>
        <translation>
            <numerusform>另有 %Ln 个用户池</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert is open</source>
        <translation>没有未处理的提醒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s) open</source>
        <translation>
            <numerusform>%Ln 条提醒未处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::AlertsPage</name>
    <message>
        <source>No alert has fired yet. Here you will see what fired, when, and on which numbers. What will fire, and when, is behind the button above.</source>
        <translation>还没有触发过提醒。这里将列出触发了什么、何时触发、依据哪些数字。上方的按钮可查看将会触发什么、何时触发。</translation>
    </message>
    <message>
        <source>No alert is open. Those that have ended, or were acknowledged, are shown without “Open only”.</source>
        <translation>没有未处理的提醒。取消“仅未处理”可查看已结束或已知悉的提醒。</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>What fired in all user pools, newest first</source>
        <translation>全部用户池触发过的提醒，最新的在前</translation>
    </message>
    <message>
        <source>A row for each alert, newest first; Return opens the alert&apos;s pool</source>
        <translation>每条提醒一行，最新的在前；回车键打开该提醒的用户池</translation>
    </message>
    <message>
        <source>Open onl&amp;y</source>
        <translation>仅未处理(&amp;Y)</translation>
    </message>
    <message>
        <source>Leaves out what has ended, was acknowledged, or is good news</source>
        <translation>不显示已结束、已知悉的提醒和好消息</translation>
    </message>
    <message>
        <source>What &amp;will fire, and when…</source>
        <translation>将会触发什么、何时触发(&amp;W)…</translation>
    </message>
    <message>
        <source>A rehearsal of the coming alerts: nothing is sent or stored</source>
        <translation>对即将触发的提醒的演练：不发送也不保存任何内容</translation>
    </message>
</context>
<context>
    <name>genauth::AlertsSection</name>
    <message>
        <source>Both times are the same: nothing is held back.</source>
        <translation>两个时间相同：不会推迟任何提醒。</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>天数(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Percent</source>
        <translation>百分比(&amp;P)</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Announce nothing between these times of day</source>
        <translation>在每天的这段时间内不发通知</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock.</source>
        <translation>以本机时钟为准。</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>至(&amp;U)</translation>
    </message>
    <message>
        <source>What fires in between is announced then, all together.</source>
        <translation>这段时间内触发的提醒届时一并通知。</translation>
    </message>
</context>
<context>
    <name>genauth::AlertsTable</name>
    <message>
        <source>This pool is not watched any more.</source>
        <translation>此用户池已不再关注。</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>触发时间</translation>
    </message>
    <message>
        <source>Will fire</source>
        <translation>将触发</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What it will say</source>
        <translation>将提示什么</translation>
    </message>
    <message>
        <source>On which numbers</source>
        <translation>依据的数字</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>当前状态</translation>
    </message>
</context>
<context>
    <name>genauth::Announcer</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Snooze for a day</source>
        <translation>一天后再提醒</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>其输出：%1</translation>
    </message>
    <message>
        <source>The command ended well.</source>
        <translation>命令已正常结束。</translation>
    </message>
    <message>
        <source>The command ended with exit code %1.</source>
        <translation>命令已结束，退出码为 %1。</translation>
    </message>
    <message>
        <source>The command could not be started. Is the path right, and may it be run?</source>
        <translation>命令无法启动。请检查路径是否正确、是否允许执行。</translation>
    </message>
    <message>
        <source>The command crashed.</source>
        <translation>命令崩溃了。</translation>
    </message>
    <message>
        <source>The command took longer than its time limit and was ended.</source>
        <translation>命令超过了时间限制，已被终止。</translation>
    </message>
    <message>
        <source>The command was not run: too many were waiting.</source>
        <translation>命令没有运行：等待中的命令太多。</translation>
    </message>
</context>
<context>
    <name>genauth::BurnUpCard</name>
    <message>
        <source>How the use grows is kept from now on, with each refresh.</source>
        <translation>从现在起，每次刷新都会记录用量的增长。</translation>
    </message>
    <message>
        <source>Use within the running billing cycle</source>
        <translation>当前计费周期内的用量</translation>
    </message>
</context>
<context>
    <name>genauth::BurnUpChart</name>
    <message>
        <source>%1: %2 used</source>
        <extracomment>%1 a moment, %2 a number</extracomment>
        <translation>%1：已用 %2</translation>
    </message>
    <message>
        <source>Use within the running billing cycle</source>
        <translation>当前计费周期内的用量</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>尚无样本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample(s); the last one: %1</source>
        <translation>
            <numerusform>%Ln 个样本；最近一个：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::CalendarText</name>
    <message>
        <source>GenAuth packages</source>
        <translation>GenAuth 套餐</translation>
    </message>
    <message>
        <source>The package ends on %1.</source>
        <translation>套餐将于 %1 到期。</translation>
    </message>
    <message>
        <source>MAU bought: %1</source>
        <translation>已购 MAU：%1</translation>
    </message>
    <message>
        <source>%1: the package ends</source>
        <extracomment>%1 the name of a user pool</extracomment>
        <translation>%1：套餐到期</translation>
    </message>
</context>
<context>
    <name>genauth::CheckCommandLine</name>
    <message>
        <source>“%1” is not a format: use text, json, nagios, prometheus or csv.</source>
        <translation>“%1”不是格式：请使用 text、json、nagios、prometheus 或 csv。</translation>
    </message>
    <message>
        <source>“%1” is not a language this program speaks: use en or zh.</source>
        <translation>本程序不支持语言“%1”：请使用 en 或 zh。</translation>
    </message>
    <message>
        <source>Use one of --pool, --all and --demo.</source>
        <translation>--pool、--all 和 --demo 只能使用其中之一。</translation>
    </message>
    <message>
        <source>“%1” is not an option of this program.</source>
        <translation>“%1”不是本程序的选项。</translation>
    </message>
    <message>
        <source>--pool needs the name of a user pool.</source>
        <translation>--pool 需要用户池的名称。</translation>
    </message>
    <message>
        <source>--%1 needs a whole number from %2 to %3, not “%4”.</source>
        <translation>--%1 需要 %2 到 %3 的整数，而不是“%4”。</translation>
    </message>
    <message>
        <source>“%1” is not a level: use warning, critical or unknown.</source>
        <translation>“%1”不是级别：请使用 warning、critical 或 unknown。</translation>
    </message>
    <message>
        <source>--warning-days cannot be less than --critical-days.</source>
        <translation>--warning-days 不能小于 --critical-days。</translation>
    </message>
    <message>
        <source>“%1” is not a moment: use a form such as 2026-11-01T08:00.</source>
        <translation>“%1”不是有效的时间：请使用 2026-11-01T08:00 这样的形式。</translation>
    </message>
    <message>
        <source>--output needs the name of a file.</source>
        <translation>--output 需要文件名。</translation>
    </message>
    <message>
        <source>Use one of --secret-file and --secret-stdin.</source>
        <translation>--secret-file 和 --secret-stdin 只能使用其中之一。</translation>
    </message>
    <message>
        <source>--secret-file needs the name of a file.</source>
        <translation>--secret-file 需要文件名。</translation>
    </message>
    <message>
        <source>A secret belongs to one pool: use --pool, once, or the environment.</source>
        <translation>一个 Secret 只属于一个用户池：请只用一次 --pool，或使用环境变量。</translation>
    </message>
    <message>
        <source>A rehearsal writes no file: leave out --output and --record.</source>
        <translation>演练不写入任何文件：请去掉 --output 和 --record。</translation>
    </message>
    <message>
        <source>--record is for pools of the dashboard&apos;s list: use --pool or --all.</source>
        <translation>--record 只用于看板列表中的用户池：请使用 --pool 或 --all。</translation>
    </message>
    <message>
        <source>Checks the packages of GenAuth user pools, for scripts and monitoring systems.

Without --pool, --all or --demo, the pool is given by the environment: GENAUTH_ACCESS_KEY_ID, optionally GENAUTH_HOST and GENAUTH_USERPOOL_ID. The secret of its access key is read from --secret-stdin, --secret-file, GENAUTH_ACCESS_KEY_SECRET_FILE, the file genauth-secret in a service&apos;s CREDENTIALS_DIRECTORY, or GENAUTH_ACCESS_KEY_SECRET; it is never an argument.

Ends with 0 OK, 1 WARNING, 2 CRITICAL or 3 UNKNOWN: the worst of all pools.</source>
        <translation>检查 GenAuth 用户池的套餐，供脚本和监控系统使用。

没有 --pool、--all 或 --demo 时，用户池由环境变量指定：GENAUTH_ACCESS_KEY_ID，可选 GENAUTH_HOST 和 GENAUTH_USERPOOL_ID。访问密钥的 Secret 从以下来源读取：--secret-stdin、--secret-file、GENAUTH_ACCESS_KEY_SECRET_FILE、服务的 CREDENTIALS_DIRECTORY 中的文件 genauth-secret，或 GENAUTH_ACCESS_KEY_SECRET；它从不作为参数传入。

退出码为 0 OK、1 WARNING、2 CRITICAL 或 3 UNKNOWN：取所有用户池中最严重的。</translation>
    </message>
    <message>
        <source>Check this pool of the dashboard&apos;s list: its name, the beginning of its name, or its user pool id. May be repeated.</source>
        <translation>检查看板列表中的这个用户池：名称、名称的开头或用户池 ID。可以重复使用。</translation>
    </message>
    <message>
        <source>Check every pool of the dashboard&apos;s list.</source>
        <translation>检查看板列表中的所有用户池。</translation>
    </message>
    <message>
        <source>Check made-up pools from a small GenAuth on this computer, or the one that is named behind it.</source>
        <translation>检查本机演示服务中的虚构用户池，或其后指明的那一个。</translation>
    </message>
    <message>
        <source>What is printed; text if not given.</source>
        <translation>输出的格式；默认为 text。</translation>
    </message>
    <message>
        <source>What a pool counts as that cannot be asked: the network, the key; unknown if not given.</source>
        <translation>因网络或密钥而无法查询的用户池算作什么；默认为 unknown。</translation>
    </message>
    <message>
        <source>WARNING from so many days before the end; else as set for the pool.</source>
        <translation>距到期多少天起为 WARNING；默认按该用户池的设置。</translation>
    </message>
    <message>
        <source>CRITICAL from so many days before the end; else as set for the pool.</source>
        <translation>距到期多少天起为 CRITICAL；默认按该用户池的设置。</translation>
    </message>
    <message>
        <source>CRITICAL from this percentage of the MAU bought; 100: above it. Else never.</source>
        <translation>用量达到已购 MAU 的百分之几起为 CRITICAL；100 表示超过已购数量。默认不会。</translation>
    </message>
    <message>
        <source>A rehearsal: judge as if it were then. Such as 2026-11-01 or 2026-11-01T08:00; Beijing time, unless it ends with Z or an offset such as +01:00. Marked SIMULATED.</source>
        <translation>演练：按该时刻来判断。例如 2026-11-01 或 2026-11-01T08:00；按北京时间，除非以 Z 或 +01:00 这样的时差结尾。输出标有 SIMULATED。</translation>
    </message>
    <message>
        <source>End after so many seconds; 60 if not given.</source>
        <translation>多少秒后结束；默认为 60。</translation>
    </message>
    <message>
        <source>Check again every so many seconds, from 10 on, until stopped.</source>
        <translation>每隔多少秒再次检查，至少 10 秒，直到被停止。</translation>
    </message>
    <message>
        <source>Read the secret of the access key from this file, which only you may read.</source>
        <translation>从此文件读取访问密钥的 Secret；该文件只能由您读取。</translation>
    </message>
    <message>
        <source>Read the secret of the access key from standard input.</source>
        <translation>从标准输入读取访问密钥的 Secret。</translation>
    </message>
    <message>
        <source>Keep the answers for the dashboard&apos;s history.</source>
        <translation>保存应答，供看板的历史使用。</translation>
    </message>
    <message>
        <source>Say on standard error what is asked, and how it is answered. Never a secret.</source>
        <translation>在标准错误输出中说明请求了什么、得到怎样的应答。绝不包含密钥。</translation>
    </message>
    <message>
        <source>Language of the text: en or zh.</source>
        <translation>文字的语言：en 或 zh。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>打印本帮助。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>打印版本。</translation>
    </message>
    <message>
        <source>--name needs a name.</source>
        <translation>--name 需要一个名称。</translation>
    </message>
    <message>
        <source>--name is for the pool of the environment: the others have names.</source>
        <translation>--name 用于环境变量指定的用户池：其他用户池已有名称。</translation>
    </message>
    <message>
        <source>What the environment&apos;s pool is called in what is printed; its host if not given.</source>
        <translation>环境变量指定的用户池在输出中的名称；不写则为其主机。</translation>
    </message>
    <message>
        <source>WARNING from this percentage of the MAU bought, up to 100, which means above it. Else as set for the pool.</source>
        <translation>从已购 MAU 的这一百分比起为 WARNING，最大 100，表示超过已购数量。不写则按用户池的设置。</translation>
    </message>
    <message>
        <source>Write to this file instead, whole or not at all; - is standard output. Others may read it if your umask lets them.</source>
        <translation>改为写入此文件，要么完整写入，要么不写；- 表示标准输出。umask 允许时他人可以读取。</translation>
    </message>
</context>
<context>
    <name>genauth::CheckList</name>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
</context>
<context>
    <name>genauth::CheckPools</name>
    <message>
        <source>Say which pools to check: --all, --pool NAME or --demo, or set GENAUTH_ACCESS_KEY_ID.</source>
        <translation>请指明要检查哪些用户池：--all、--pool 名称或 --demo，或者设置 GENAUTH_ACCESS_KEY_ID。</translation>
    </message>
    <message>
        <source>There is no list of pools to look into: neither HOME nor XDG_CONFIG_HOME is set.</source>
        <translation>没有可查看的用户池列表：HOME 和 XDG_CONFIG_HOME 都没有设置。</translation>
    </message>
    <message>
        <source>No pool is connected in the dashboard.</source>
        <translation>看板中没有连接用户池。</translation>
    </message>
    <message>
        <source>There is no user pool “%1”. There are: %2.</source>
        <translation>没有用户池“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>“%1” may be each of these user pools: %2.</source>
        <translation>“%1”可能指以下任何一个用户池：%2。</translation>
    </message>
    <message>
        <source>The demonstration did not start.</source>
        <translation>演示没有启动。</translation>
    </message>
</context>
<context>
    <name>genauth::CheckSecrets</name>
    <message>
        <source>--secret-stdin reads a pipe or a file: what is typed here could be seen.</source>
        <translation>--secret-stdin 只从管道或文件读取：在此处键入的内容可能被看到。</translation>
    </message>
    <message>
        <source>Standard input gave no secret in time.</source>
        <translation>标准输入没有及时给出 Secret。</translation>
    </message>
    <message>
        <source>Standard input is empty or holds something that is no access key.</source>
        <translation>标准输入为空，或其内容不是访问密钥。</translation>
    </message>
</context>
<context>
    <name>genauth::CheckText</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a state such as &quot;Cannot refresh&quot;, %2 what went wrong, such as &quot;No answer in time&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>MAU</source>
        <translation>MAU</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>SIMULATED: judged as if it were %1.</source>
        <extracomment>%1 a date, a time of day and the clock they are told in</extracomment>
        <translation>SIMULATED（演练）：按 %1 来判断。</translation>
    </message>
    <message>
        <source>The dashboard has not refreshed its pools for %1, though it means to every %2: see whether it still works.</source>
        <extracomment>Both are spans of time, such as &quot;5 h&quot;</extracomment>
        <translation>看板已有 %1没有刷新用户池，而它本应每隔 %2刷新一次：请查看它是否仍在运行。</translation>
    </message>
    <message>
        <source>MAU at %1 %, critical from %2 %</source>
        <extracomment>The percentages are of the MAU that was bought, and from which on it is critical</extracomment>
        <translation>MAU 为已购的 %1%，达到 %2% 即为 CRITICAL</translation>
    </message>
    <message>
        <source>MAU unknown</source>
        <translation>MAU 未知</translation>
    </message>
    <message>
        <source>What was found could not be recorded in time.</source>
        <translation>未能及时记录检查结果。</translation>
    </message>
</context>
<context>
    <name>genauth::ClearHistoryDialog</name>
    <message>
        <source>Clear history</source>
        <translation>清除历史</translation>
    </message>
    <message>
        <source>Clear the history of all user pools?</source>
        <translation>清除全部用户池的历史？</translation>
    </message>
    <message>
        <source>This goes: the samples of use, from which forecasts are made; the changes seen of packages and orders; the alerts that have ended. It cannot be brought back.</source>
        <translation>将删除：用于预测的用量样本；套餐和订单的变更记录；已结束的提醒。删除后无法恢复。</translation>
    </message>
    <message>
        <source>This stays: your user pools and their keys, your preferences, what the pools answered last, and the alerts that still hold.</source>
        <translation>将保留：您的用户池及其密钥、您的设置、各用户池最近一次的应答，以及仍然成立的提醒。</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
    <message>
        <source>Deletes the history on this computer</source>
        <translation>删除本机上的历史</translation>
    </message>
</context>
<context>
    <name>genauth::ColumnMenus</name>
    <message>
        <source>&amp;Sort by</source>
        <translation>排序方式(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>升序(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>降序(&amp;D)</translation>
    </message>
</context>
<context>
    <name>genauth::CommandLine</name>
    <message>
        <source>Language of the window: en or zh.</source>
        <translation>窗口语言：en 或 zh。</translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation>窗口配色。</translation>
    </message>
    <message>
        <source>Show made-up pools from a small GenAuth on this computer.</source>
        <translation>显示本机演示服务中的虚构用户池。</translation>
    </message>
    <message>
        <source>As --demo, but only while no pool is connected.</source>
        <translation>同 --demo，但仅在没有连接用户池时生效。</translation>
    </message>
    <message>
        <source>Refresh once, save a picture of the window, print one line per pool, and end: 0 when the refresh succeeded, 1 when not.</source>
        <translation>刷新一次，保存窗口图片，每个用户池打印一行，然后退出：刷新成功返回 0，否则返回 1。</translation>
    </message>
    <message>
        <source>Size of the window, such as 1180x800.</source>
        <translation>窗口大小，例如 1180x800。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>打印本帮助。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>打印版本。</translation>
    </message>
    <message>
        <source>“%1” is not an option of this program.</source>
        <translation>“%1”不是本程序的选项。</translation>
    </message>
    <message>
        <source>“%1” is not a language this program speaks: use en or zh.</source>
        <translation>本程序不支持语言“%1”：请使用 en 或 zh。</translation>
    </message>
    <message>
        <source>“%1” is not a theme: use light, dark or system.</source>
        <translation>没有主题“%1”：请使用 light、dark 或 system。</translation>
    </message>
    <message>
        <source>--screenshot needs the name of a file.</source>
        <translation>--screenshot 需要文件名。</translation>
    </message>
    <message>
        <source>Shows the package of your GenAuth user pools.

A pool can be given by the environment: GENAUTH_ACCESS_KEY_ID, and GENAUTH_ACCESS_KEY_SECRET_FILE or GENAUTH_ACCESS_KEY_SECRET; optionally GENAUTH_HOST and GENAUTH_USERPOOL_ID. It is kept in memory only.</source>
        <translation>显示 GenAuth 用户池的套餐。

可以通过环境变量指定一个用户池：GENAUTH_ACCESS_KEY_ID，以及 GENAUTH_ACCESS_KEY_SECRET_FILE 或 GENAUTH_ACCESS_KEY_SECRET；可选 GENAUTH_HOST 和 GENAUTH_USERPOOL_ID。这些内容只保存在内存中。</translation>
    </message>
    <message>
        <source>“%1” is not a size: use width x height, from %2 to %3, such as 1180x800.</source>
        <translation>“%1”不是有效的大小：请使用“宽x高”，从 %2 到 %3，例如 1180x800。</translation>
    </message>
    <message>
        <source>Which page of a pool is opened.</source>
        <translation>打开用户池的哪个页面。</translation>
    </message>
    <message>
        <source>Which pool is opened: its name, the beginning of its name, or its user pool id.</source>
        <translation>打开哪个用户池：名称、名称的开头或用户池 ID。</translation>
    </message>
    <message>
        <source>--pool needs the name of a user pool.</source>
        <translation>--pool 需要用户池的名称。</translation>
    </message>
    <message>
        <source>Start in the tray, without a window; where there is no tray, with the window minimized.</source>
        <translation>启动后只在托盘中，不显示窗口；没有托盘时窗口最小化。</translation>
    </message>
    <message>
        <source>Ask GenAuth again at once, also when the program runs already.</source>
        <translation>立即再次查询 GenAuth，程序已在运行时也一样。</translation>
    </message>
    <message>
        <source>“%1” is not a page: use package, usage, history, rights, orders or changes.</source>
        <translation>“%1”不是页面：请使用 package、usage、history、rights、orders 或 changes。</translation>
    </message>
</context>
<context>
    <name>genauth::CommandSection</name>
    <message>
        <source>Enter the whole path, such as /usr/local/bin/notify-team. Until then, the last program is run.</source>
        <translation>请输入完整路径，例如 /usr/local/bin/notify-team。在此之前仍运行上一个程序。</translation>
    </message>
    <message>
        <source>There is no program at this place that may be run. Until then, the last one is run.</source>
        <translation>此处没有可运行的程序。在此之前仍运行上一个程序。</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>The test is running…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>程序(&amp;P)</translation>
    </message>
    <message>
        <source>Run on each alert, which it reads as JSON on its standard input. Empty: none. The manual has examples for mail, DingTalk, WeCom and Feishu.</source>
        <translation>每次提醒时运行，从标准输入读取 JSON 格式的提醒。留空则不运行。手册中有邮件、钉钉、企业微信和飞书的示例。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Chooses the program</source>
        <translation>选择程序</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>参数(&amp;A)</translation>
    </message>
    <message>
        <source>One a line, as they are: no shell reads them. They are kept as plain text in the settings; put no secret here.</source>
        <translation>每行一个，原样传入：不经过 shell。参数以明文保存在设置中，请勿填写机密。</translation>
    </message>
    <message>
        <source>&amp;Time limit</source>
        <translation>时限(&amp;T)</translation>
    </message>
    <message>
        <source>After it, the command is ended.</source>
        <translation>超过时限后命令会被终止。</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>After a number in a field</extracomment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Send a &amp;test</source>
        <translation>发送测试(&amp;T)</translation>
    </message>
    <message>
        <source>Runs the command once, with a made-up alert</source>
        <translation>用一条虚构的提醒运行一次命令</translation>
    </message>
</context>
<context>
    <name>genauth::ConnectDialog</name>
    <message>
        <source>Connect a user pool</source>
        <translation>连接用户池</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>编辑连接</translation>
    </message>
    <message>
        <source>The key is kept in memory until this program ends. It is stored nowhere.</source>
        <translation>密钥只保存在内存中，直到本程序退出，不会写入任何地方。</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>Asks this host with this key, and says what it finds</source>
        <translation>用此密钥请求该主机，并说明结果</translation>
    </message>
    <message>
        <source>Can be pressed when the test has passed</source>
        <translation>测试通过后可用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keeps everything as it was</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>GenAuth asked to wait; it can be asked again in %1.</source>
        <translation>GenAuth 要求等待，%1后可以再次请求。</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>保存(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Shows or hides what support asks for</source>
        <translation>显示或隐藏联系支持时需要的信息</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <extracomment>The suggested name of a copied connection; %1 is the name of the original</extracomment>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>The key goes into your desktop&apos;s keyring; where there is none, it is kept in memory until this program ends.</source>
        <translation>密钥会存入桌面的密钥环；没有密钥环时，密钥只保留在内存中，直到本程序结束。</translation>
    </message>
    <message>
        <source>Can be pressed when the connection is unchanged, or its test has passed</source>
        <translation>连接未改动或已通过测试时可以按下</translation>
    </message>
</context>
<context>
    <name>genauth::ConnectionForm</name>
    <message>
        <source>This holds something that no access key has.</source>
        <translation>其中含有访问密钥中不会出现的内容。</translation>
    </message>
    <message>
        <source>Enter the access key id.</source>
        <translation>请填写访问密钥 ID。</translation>
    </message>
    <message>
        <source>Enter the access key secret.</source>
        <translation>请填写访问密钥 Secret。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Your own name for this pool, such as Production.</source>
        <translation>您给这个用户池起的名称，例如“生产环境”。</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>GenAuth and Authing are offered; a server of your own has its own address.</source>
        <translation>可选择 GenAuth 或 Authing；私有部署请填写自己的地址。</translation>
    </message>
    <message>
        <source>Access key &amp;id</source>
        <translation>访问密钥 ID(&amp;I)</translation>
    </message>
    <message>
        <source>Made in the console under Settings → Basic settings → Key management.</source>
        <translation>在控制台的“设置 → 基础设置 → 密钥管理”中创建。</translation>
    </message>
    <message>
        <source>Access key &amp;secret</source>
        <translation>访问密钥 Secret(&amp;S)</translation>
    </message>
    <message>
        <source>Leave it empty to keep the one in use.</source>
        <translation>留空则继续使用当前的。</translation>
    </message>
    <message>
        <source>It is not shown again.</source>
        <translation>之后不会再显示。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Enter the secret again: the host or the key id has changed.</source>
        <translation>请重新填写 Secret：主机或密钥 ID 已更改。</translation>
    </message>
    <message>
        <source>Shows or hides pool id, clock, currency, warnings, proxy and CA file</source>
        <translation>显示或隐藏用户池 ID、时区、货币、预警、代理和 CA 文件</translation>
    </message>
</context>
<context>
    <name>genauth::ConnectionText</name>
    <message>
        <source>Enter the host, such as https://api.genauth.ai.</source>
        <translation>请填写主机，例如 https://api.genauth.ai。</translation>
    </message>
    <message>
        <source>This is not a host: use a form such as https://api.genauth.ai.</source>
        <translation>这不是主机地址，请使用 https://api.genauth.ai 这样的形式。</translation>
    </message>
    <message>
        <source>Only https is spoken here.</source>
        <translation>这里只支持 https。</translation>
    </message>
    <message>
        <source>With plain http the access key would be readable on the way: use https.</source>
        <translation>使用明文 http 时，访问密钥会在途中被看到，请使用 https。</translation>
    </message>
    <message>
        <source>Leave the name and password out of the host.</source>
        <translation>主机地址中不要包含用户名和密码。</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>not needed: the server is on this computer</source>
        <translation>不需要：服务器就在本机</translation>
    </message>
    <message>
        <source>connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在请求…</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 有应答</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>%1 (taken from what you entered)</source>
        <translation>%1（取自您填写的内容）</translation>
    </message>
    <message>
        <source>%1, ends %2</source>
        <translation>%1，到期时间：%2</translation>
    </message>
    <message>
        <source>name unknown</source>
        <translation>名称未知</translation>
    </message>
    <message>
        <source>%1 (Beijing time, assumed)</source>
        <translation>%1（默认的北京时间）</translation>
    </message>
    <message>
        <source>%1, has no end date</source>
        <translation>%1，无到期日</translation>
    </message>
    <message>
        <source>%1, end unknown</source>
        <translation>%1，到期时间未知</translation>
    </message>
    <message>
        <source>%1, ended %2</source>
        <translation>%1，已到期：%2</translation>
    </message>
</context>
<context>
    <name>genauth::CyclesCard</name>
    <message>
        <source>MAU per billing cycle</source>
        <translation>各计费周期 MAU</translation>
    </message>
</context>
<context>
    <name>genauth::DataSection</name>
    <message>
        <source>Nowhere: this environment names no folder for data.</source>
        <translation>无处保存：此环境没有指定数据文件夹。</translation>
    </message>
    <message>
        <source>The history is cleared.</source>
        <translation>历史已清除。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What your pools answered last, the history of their use, changes and alerts. Access keys are not in it.</source>
        <translation>各用户池最近一次的应答、用量历史、变更和提醒。其中没有访问密钥。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>&amp;Keep whole</source>
        <translation>完整保留(&amp;K)</translation>
    </message>
    <message>
        <source>So long every sample of the use is kept; before that, one for each day.</source>
        <translation>在此期限内保留每个用量样本；更早的每天保留一个。</translation>
    </message>
    <message>
        <source> days</source>
        <extracomment>After a number in a field; singular and plural in one</extracomment>
        <translation> 天</translation>
    </message>
    <message>
        <source>&amp;Clear history…</source>
        <translation>清除历史(&amp;C)…</translation>
    </message>
    <message>
        <source>Deletes samples, changes and ended alerts; asks before it does</source>
        <translation>删除样本、变更和已结束的提醒；删除前会询问</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a date and a time of day, %2 OK, WARNING, CRITICAL or UNKNOWN</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>上次检查</translation>
    </message>
    <message>
        <source>What genauth-check --record found when it ran last, without a window.</source>
        <translation>genauth-check --record 上次在没有窗口的情况下运行的结果。</translation>
    </message>
</context>
<context>
    <name>genauth::DetailsPanel</name>
    <message>
        <source>Copies these lines, in English, for a support request; they hold no secret</source>
        <translation>以英文复制这些内容，供联系支持时使用；其中没有密钥</translation>
    </message>
    <message>
        <source>Cop&amp;y details</source>
        <translation>复制详情(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>genauth::DetailsText</name>
    <message>
        <source>Last attempt</source>
        <translation>上次请求</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>上次应答</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>statusCode</source>
        <translation>statusCode（状态码）</translation>
    </message>
    <message>
        <source>apiCode</source>
        <translation>apiCode（错误码）</translation>
    </message>
    <message>
        <source>requestId</source>
        <translation>requestId（请求编号）</translation>
    </message>
    <message>
        <source>Server&apos;s words</source>
        <translation>服务器原话</translation>
    </message>
    <message>
        <source>Server&apos;s clock</source>
        <translation>服务器时间</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>End time as sent</source>
        <translation>到期时间原文</translation>
    </message>
    <message>
        <source>End time as read</source>
        <translation>到期时间（解析结果）</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>genauth::EnvironmentText</name>
    <message>
        <source>%1 is not set, so the other GENAUTH_ variables cannot be used.</source>
        <translation>没有设置 %1，因此无法使用其他 GENAUTH_ 变量。</translation>
    </message>
    <message>
        <source>An access key id is set, but no secret: set %1 to the path of a file that holds it.</source>
        <translation>设置了访问密钥 ID，但没有密钥：请将 %1 设为保存密钥的文件路径。</translation>
    </message>
    <message>
        <source>%1 is empty or holds something that is no access key.</source>
        <translation>%1 为空，或其内容不是访问密钥。</translation>
    </message>
    <message>
        <source>%1 is not a host: use a form such as https://api.genauth.ai.</source>
        <translation>%1 不是有效的主机：请使用类似 https://api.genauth.ai 的形式。</translation>
    </message>
    <message>
        <source>%1 is set to plain http, and the access key would be readable on the way: use https.</source>
        <translation>%1 使用的是明文 http，访问密钥在传输途中会被读取：请使用 https。</translation>
    </message>
    <message>
        <source>%1 is not a user pool id.</source>
        <translation>%1 不是用户池 ID。</translation>
    </message>
    <message>
        <source>%1 cannot be read, or is not a file.</source>
        <translation>无法读取 %1，或它不是文件。</translation>
    </message>
    <message>
        <source>%1 belongs to somebody else, so the secret in it is not used.</source>
        <translation>%1 属于其他用户，因此不使用其中的密钥。</translation>
    </message>
    <message>
        <source>%1 can be read by others, so the secret in it is not used: take the right to read it from them (chmod 600).</source>
        <translation>其他人可以读取 %1，因此不使用其中的密钥：请取消他人的读取权限（chmod 600）。</translation>
    </message>
</context>
<context>
    <name>genauth::ErrorNotice</name>
    <message>
        <source>It is being tried again now.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Asks GenAuth again now</source>
        <translation>立即重新请求 GenAuth</translation>
    </message>
    <message>
        <source>Replace &amp;key…</source>
        <translation>更换密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Edit connection…</source>
        <translation>编辑连接(&amp;E)…</translation>
    </message>
    <message>
        <source>Opens the settings of this connection</source>
        <translation>打开此连接的设置</translation>
    </message>
    <message>
        <source>Open a &amp;browser</source>
        <translation>打开浏览器(&amp;B)</translation>
    </message>
    <message>
        <source>Opens a web page, so that the network can show its own sign-in</source>
        <translation>打开一个网页，让网络显示它自己的登录页</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Shows or hides what support asks for</source>
        <translation>显示或隐藏联系支持时需要的信息</translation>
    </message>
    <message>
        <source>Asks your keyring again now</source>
        <translation>立即再次询问密钥环</translation>
    </message>
    <message>
        <source>Enter &amp;key…</source>
        <translation>输入密钥(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>genauth::ErrorText</name>
    <message>
        <source>A proxy is in use; it may be the cause.</source>
        <translation>当前使用了代理，原因可能在代理。</translation>
    </message>
    <message>
        <source>The connection would not be private</source>
        <translation>连接不安全</translation>
    </message>
    <message>
        <source>%1 is set to plain http, and the access key would be readable on the way. Use https.</source>
        <translation>%1 使用的是明文 http，访问密钥在传输途中会被读取。请使用 https。</translation>
    </message>
    <message>
        <source>The request would have gone elsewhere</source>
        <translation>请求会发往别处</translation>
    </message>
    <message>
        <source>Only %1 may be asked, so nothing was sent.</source>
        <translation>只允许访问 %1，因此没有发送任何内容。</translation>
    </message>
    <message>
        <source>The certificate file cannot be used</source>
        <translation>证书文件无法使用</translation>
    </message>
    <message>
        <source>It is missing or holds no certificate. Choose another file.</source>
        <translation>文件不存在，或其中没有证书。请选择其他文件。</translation>
    </message>
    <message>
        <source>The refresh was stopped</source>
        <translation>已停止刷新</translation>
    </message>
    <message>
        <source>Press Refresh to ask again.</source>
        <translation>点击“刷新”重新获取。</translation>
    </message>
    <message>
        <source>The request is incomplete</source>
        <translation>请求不完整</translation>
    </message>
    <message>
        <source>Check the host and the access key.</source>
        <translation>请检查主机和访问密钥。</translation>
    </message>
    <message>
        <source>%1 was not found</source>
        <translation>找不到 %1</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>%1 拒绝了连接</translation>
    </message>
    <message>
        <source>The connection was closed</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>%1 took too long to answer</source>
        <translation>%1 应答超时</translation>
    </message>
    <message>
        <source>The proxy cannot be reached</source>
        <translation>无法连接代理</translation>
    </message>
    <message>
        <source>Check your network&apos;s proxy settings.</source>
        <translation>请检查网络的代理设置。</translation>
    </message>
    <message>
        <source>The proxy asks for a sign-in</source>
        <translation>代理要求登录</translation>
    </message>
    <message>
        <source>Your network&apos;s proxy wants a name and a password before it lets requests through.</source>
        <translation>网络代理需要用户名和密码才会放行请求。</translation>
    </message>
    <message>
        <source>Cannot connect to %1</source>
        <translation>无法连接 %1</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by nobody but itself.</source>
        <translation>%1 的证书是自签名证书。</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an issuer this computer does not know.</source>
        <translation>%1 的证书由本机不认识的机构签发。</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. Check your computer&apos;s clock, too.</source>
        <translation>%1 的证书已过期。也请检查本机时钟。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet. Check your computer&apos;s clock.</source>
        <translation>%1 的证书尚未生效。请检查本机时钟。</translation>
    </message>
    <message>
        <source>The certificate belongs to another host than %1.</source>
        <translation>该证书不属于 %1。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>无法与 %1 建立安全连接。</translation>
    </message>
    <message>
        <source>The connection is not private</source>
        <translation>连接不安全</translation>
    </message>
    <message>
        <source>The access key was not sent.</source>
        <translation>访问密钥没有发送。</translation>
    </message>
    <message>
        <source>%1 sent us elsewhere</source>
        <translation>%1 要求转到别处</translation>
    </message>
    <message>
        <source>%1 sent us to %2</source>
        <translation>%1 要求转到 %2</translation>
    </message>
    <message>
        <source>This was not followed, and nothing was sent there. Check the host.</source>
        <translation>没有跟随跳转，也没有向那里发送任何内容。请检查主机。</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>应答过大</translation>
    </message>
    <message>
        <source>It was not read to its end. Check the host.</source>
        <translation>没有读取全部内容。请检查主机。</translation>
    </message>
    <message>
        <source>A web page came instead of an answer</source>
        <translation>收到的是网页，不是应答</translation>
    </message>
    <message>
        <source>You may have to sign in to this network first, or %1 is not a GenAuth host.</source>
        <translation>可能需要先登录当前网络，或者 %1 不是 GenAuth 服务器。</translation>
    </message>
    <message>
        <source>The answer could not be understood</source>
        <translation>无法理解应答</translation>
    </message>
    <message>
        <source>The field “%1” is missing or unreadable.</source>
        <translation>字段“%1”缺失或无法读取。</translation>
    </message>
    <message>
        <source>GenAuth refused the access key</source>
        <translation>GenAuth 拒绝了访问密钥</translation>
    </message>
    <message>
        <source>Check the access key id and secret; they may have been replaced in the GenAuth console.</source>
        <translation>请检查访问密钥 ID 和 Secret；它们可能已在 GenAuth 控制台中更换。</translation>
    </message>
    <message>
        <source>This needs a higher package</source>
        <translation>需要更高版本的套餐</translation>
    </message>
    <message>
        <source>Your package does not include this information.</source>
        <translation>当前套餐不包含此信息。</translation>
    </message>
    <message>
        <source>This key may not read billing</source>
        <translation>此密钥无权读取计费信息</translation>
    </message>
    <message>
        <source>Give it the right to read metering and billing in the GenAuth console, or use another key.</source>
        <translation>请在 GenAuth 控制台中授予其读取计量计费的权限，或使用其他密钥。</translation>
    </message>
    <message>
        <source>%1 lacks this operation</source>
        <translation>%1 不支持此操作</translation>
    </message>
    <message>
        <source>This may be an older GenAuth version, or the host is not a GenAuth.</source>
        <translation>可能是较旧的 GenAuth 版本，或者该地址不是 GenAuth 服务器。</translation>
    </message>
    <message>
        <source>GenAuth asks to slow down</source>
        <translation>GenAuth 要求降低请求频率</translation>
    </message>
    <message>
        <source>GenAuth is under maintenance</source>
        <translation>GenAuth 正在维护</translation>
    </message>
    <message>
        <source>GenAuth did not accept the request</source>
        <translation>GenAuth 没有接受请求</translation>
    </message>
    <message>
        <source>Check the host and the pool.</source>
        <translation>请检查主机和用户池。</translation>
    </message>
    <message>
        <source>GenAuth has a problem</source>
        <translation>GenAuth 出现问题</translation>
    </message>
    <message>
        <source>The server&apos;s own words: “%1”</source>
        <extracomment>%1 is the server&apos;s own message, in whatever language it chose</extracomment>
        <translation>服务器原话：“%1”</translation>
    </message>
    <message>
        <source>The key belongs to another user pool</source>
        <translation>此密钥属于另一个用户池</translation>
    </message>
    <message>
        <source>It opens the pool %1, not the one that was entered. Correct the pool id, or use the key of the other pool.</source>
        <translation>它对应的用户池是 %1，不是您填写的那个。请更正用户池 ID，或改用另一个用户池的密钥。</translation>
    </message>
    <message>
        <source>This computer is not connected to a network</source>
        <translation>本机没有连接网络</translation>
    </message>
    <message>
        <source>Nothing answers there at the moment. Check that the host is right.</source>
        <translation>目前没有服务在那里应答。请检查主机是否正确。</translation>
    </message>
    <message>
        <source>%1 hung up before the whole answer had come.</source>
        <translation>%1 在应答完整到达之前断开了连接。</translation>
    </message>
    <message>
        <source>If it stays so, check your network connection.</source>
        <translation>如果一直如此，请检查网络连接。</translation>
    </message>
    <message>
        <source>Check your network connection.</source>
        <translation>请检查网络连接。</translation>
    </message>
    <message>
        <source>You may have to sign in to this network first; a server of your own may need a CA file in its connection.</source>
        <translation>可能需要先登录当前网络；私有部署的服务器可能需要在连接中指定 CA 文件。</translation>
    </message>
    <message>
        <source>Check the host; you may also have to sign in to this network first.</source>
        <translation>请检查主机；也可能需要先登录当前网络。</translation>
    </message>
    <message>
        <source>Sign in to this network first</source>
        <translation>请先登录当前网络</translation>
    </message>
    <message>
        <source>It was cut short, or %1 is not a GenAuth host.</source>
        <translation>应答不完整，或者 %1 不是 GenAuth 主机。</translation>
    </message>
    <message>
        <source>It asked to wait %1.</source>
        <translation>它要求等待 %1。</translation>
    </message>
    <message>
        <source>It had too many requests in a short time.</source>
        <translation>短时间内请求过多。</translation>
    </message>
    <message>
        <source>Your users&apos; sign-in may be affected, too.</source>
        <translation>您的用户登录也可能受到影响。</translation>
    </message>
    <message>
        <source>The server answered with an error of its own.</source>
        <translation>服务器自身返回了错误。</translation>
    </message>
    <message>
        <source>It is not tried again until you act.</source>
        <translation>在您处理之前不会重试。</translation>
    </message>
    <message>
        <source>It is being tried again now.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <source>It is tried again by itself in %1.</source>
        <translation>将在 %1后自动重试。</translation>
    </message>
    <message>
        <source>It is tried again with the next regular refresh, in %1.</source>
        <translation>将在 %1后的下次定时刷新时重试。</translation>
    </message>
    <message>
        <source>It is tried again in %1.</source>
        <translation>将在 %1后重试。</translation>
    </message>
    <message>
        <source>Check the host&apos;s name and your network connection.</source>
        <translation>请检查主机名称和网络连接。</translation>
    </message>
    <message>
        <source>GenAuth&apos;s clock and this computer&apos;s differ too much</source>
        <translation>GenAuth 与本机的时间相差过大</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock.</source>
        <translation>请校准本机时间。</translation>
    </message>
    <message>
        <source>This user pool does not exist</source>
        <translation>此用户池不存在</translation>
    </message>
    <message>
        <source>Check the pool id and the access key; the pool may have been removed in the GenAuth console.</source>
        <translation>请检查用户池 ID 和访问密钥；该用户池可能已在 GenAuth 控制台中删除。</translation>
    </message>
    <message>
        <source>The id and the secret do not belong together. Check both; the secret may have been replaced in the GenAuth console.</source>
        <translation>ID 与 Secret 不匹配。请检查两者；Secret 可能已在 GenAuth 控制台中更换。</translation>
    </message>
    <message>
        <source>GenAuth&apos;s metering and billing has a problem</source>
        <translation>GenAuth 的计量计费出现问题</translation>
    </message>
    <message>
        <source>The server reports an error of its metering and billing service.</source>
        <translation>服务器报告其计量计费服务出错。</translation>
    </message>
    <message>
        <source>Connect it to a network; %1 cannot be asked until then.</source>
        <translation>请连接网络，在此之前无法请求 %1。</translation>
    </message>
    <message>
        <source>A web page came instead of the answer of %1, as from networks that want a sign-in, or from a gateway on the way. Open any page in a browser, and sign in if you are asked to.</source>
        <translation>收到的是网页，不是 %1 的应答，可能来自要求登录的网络，也可能来自途中的网关。请在浏览器中打开任意网页，如有提示请登录。</translation>
    </message>
</context>
<context>
    <name>genauth::FactsGrid</name>
    <message>
        <source>MAU quantity</source>
        <translation>MAU 数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>MAU this cycle</source>
        <translation>本周期 MAU</translation>
    </message>
    <message>
        <source>MAU quantity of the package: %1</source>
        <translation>套餐的 MAU 数量：%1</translation>
    </message>
</context>
<context>
    <name>genauth::FieldText</name>
    <message>
        <source>The field “%1” cannot be read.</source>
        <translation>字段“%1”无法读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s) cannot be read.</source>
        <translation>
            <numerusform>另有 %n 个字段无法读取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::FileExport</name>
    <message>
        <source>%1 is written.</source>
        <extracomment>%1 the file, %2 a sentence about what is not in it</extracomment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 is written. %2</source>
        <translation>已写入 %1。%2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>genauth::FilterEdit</name>
    <message>
        <source>&amp;Find on this page</source>
        <translation>在本页查找(&amp;F)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Shows the rows that hold these words</source>
        <translation>只显示包含这些文字的行</translation>
    </message>
</context>
<context>
    <name>genauth::FilterPanel</name>
    <message numerus="yes">
        <source>%1 · %n shown</source>
        <extracomment>%1 &quot;9 rights&quot;, %n of them are left by the filter</extracomment>
        <translation>
            <numerusform>%1 · 显示 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>没有与“%1”匹配的内容。</translation>
    </message>
</context>
<context>
    <name>genauth::ForecastText</name>
    <message>
        <source>At this pace about %1 are used when the billing cycle ends (%2).</source>
        <extracomment>%1 a number, %2 what that is concluded from</extracomment>
        <translation>按当前速度，本计费周期结束时约用 %1（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sample(s) over %1, linear</source>
        <extracomment>what a forecast is concluded from; %1 a span of time</extracomment>
        <translation>
            <numerusform>%1内 %Ln 个样本，线性</numerusform>
        </translation>
    </message>
    <message>
        <source>What was bought for this billing cycle is reached.</source>
        <translation>本计费周期的用量已达到已购数量。</translation>
    </message>
    <message>
        <source>At this pace what was bought is reached on %1 (%2).</source>
        <extracomment>%1 a date, %2 what that is concluded from: &quot;14 samples over 9 days, linear&quot;</extracomment>
        <translation>按当前速度，将于%1达到已购数量（%2）。</translation>
    </message>
    <message>
        <source>At this pace what was bought is not reached in this billing cycle (%1).</source>
        <translation>按当前速度，本计费周期内不会达到已购数量（%1）。</translation>
    </message>
    <message>
        <source>At this pace what was bought is not reached within a year (%1).</source>
        <translation>按当前速度，一年内不会达到已购数量（%1）。</translation>
    </message>
</context>
<context>
    <name>genauth::Formatting</name>
    <message>
        <source>%1, %2 %3</source>
        <extracomment>%1 a date, %2 a time of day, %3 the clock it is told in (&quot;Beijing time&quot;)</extracomment>
        <translation>%3 %1 %2</translation>
    </message>
    <message>
        <source>Beijing time</source>
        <translation>北京时间</translation>
    </message>
    <message>
        <source>less than an hour</source>
        <translation>不到 1 小时</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln 分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min ago</source>
        <translation>%1 小时 %2 分钟前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>%Ln 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1
Your time: %2, %3 %4</source>
        <translation>%1
您的时间：%2 %3 %4</translation>
    </message>
    <message>
        <source>before the clock was set back</source>
        <translation>时钟调回之前</translation>
    </message>
</context>
<context>
    <name>genauth::FreshnessText</name>
    <message>
        <source>Refreshing…</source>
        <translation>正在刷新…</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>%1更新</translation>
    </message>
    <message>
        <source>Not updated yet</source>
        <translation>尚未更新</translation>
    </message>
    <message>
        <source>your clock differs from GenAuth&apos;s by %1</source>
        <translation>本机时钟与 GenAuth 相差 %1</translation>
    </message>
    <message>
        <source>next in %1</source>
        <translation>%1后再次更新</translation>
    </message>
    <message>
        <source>user pool %1</source>
        <translation>用户池 %1</translation>
    </message>
    <message>
        <source>no newer answer has come</source>
        <translation>没有收到更晚的应答</translation>
    </message>
    <message>
        <source>As of %1 (%2): %3</source>
        <extracomment>%1 a date and time, %2 an age such as &quot;2 h ago&quot;, %3 why nothing newer is known</extracomment>
        <translation>截至%1（%2）：%3</translation>
    </message>
</context>
<context>
    <name>genauth::GeneralSection</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>The language of this program</source>
        <translation>本程序的语言</translation>
    </message>
    <message>
        <source>The colours of this program</source>
        <translation>本程序的配色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Alerts come only while this program runs.</source>
        <translation>只有本程序运行时才会提醒。</translation>
    </message>
    <message>
        <source>This desktop offers no way to do that from here.</source>
        <translation>此桌面环境不支持在这里设置。</translation>
    </message>
    <message>
        <source>&amp;Start when you log in</source>
        <translation>登录时自动启动(&amp;S)</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>启动时</translation>
    </message>
    <message>
        <source>Then it is in the tray until you open it.</source>
        <translation>此后位于托盘中，直到您打开它。</translation>
    </message>
    <message>
        <source>There is no tray here: then the window is minimised.</source>
        <translation>这里没有托盘：窗口将最小化。</translation>
    </message>
    <message>
        <source>Keep the window &amp;out of sight</source>
        <translation>不显示窗口(&amp;O)</translation>
    </message>
    <message>
        <source>At closing</source>
        <translation>关闭时</translation>
    </message>
    <message>
        <source>Alerts go on; Quit in the menu ends the program.</source>
        <translation>提醒继续；菜单中的“退出”结束程序。</translation>
    </message>
    <message>
        <source>There is no tray here: closing the window ends the program.</source>
        <translation>这里没有托盘：关闭窗口即结束程序。</translation>
    </message>
    <message>
        <source>Stay in the t&amp;ray</source>
        <translation>留在托盘中(&amp;R)</translation>
    </message>
</context>
<context>
    <name>genauth::HelpDialog</name>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>The documentation is missing beside this program. Install the dashboard again.</source>
        <translation>本程序旁边缺少文档。请重新安装。</translation>
    </message>
    <message>
        <source>The manual of this program</source>
        <translation>本程序的使用手册</translation>
    </message>
</context>
<context>
    <name>genauth::HistoryExport</name>
    <message>
        <source>&amp;PNG picture…</source>
        <translation>PNG 图片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;SVG drawing…</source>
        <translation>SVG 矢量图(&amp;S)…</translation>
    </message>
    <message>
        <source>P&amp;DF page…</source>
        <translation>PDF 页面(&amp;D)…</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>导出图表</translation>
    </message>
</context>
<context>
    <name>genauth::HistoryPage</name>
    <message>
        <source>Nothing is known of the billing cycles yet. Each one will have a bar here, and a row.</source>
        <translation>尚无计费周期数据。每个周期将在这里显示为一根柱和一行。</translation>
    </message>
    <message>
        <source>Asking for these billing cycles…</source>
        <translation>正在查询这些计费周期…</translation>
    </message>
    <message>
        <source>GenAuth names no billing cycle in this time.</source>
        <translation>GenAuth 在这段时间内没有计费周期记录。</translation>
    </message>
    <message>
        <source>MAU per billing cycle</source>
        <translation>各计费周期 MAU</translation>
    </message>
    <message>
        <source>MAU history</source>
        <translation>MAU 历史</translation>
    </message>
    <message>
        <source>The billing cycles of the chosen user pool</source>
        <translation>所选用户池的计费周期</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Writes the chart into a file: PNG, SVG or PDF</source>
        <translation>将图表写入文件：PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Billing cycles</source>
        <translation>计费周期</translation>
    </message>
    <message>
        <source>A row for each billing cycle: the chart&apos;s own numbers</source>
        <translation>每个计费周期一行，数字与图表相同</translation>
    </message>
</context>
<context>
    <name>genauth::HistoryTable</name>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>已购</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>genauth::HistoryText</name>
    <message>
        <source>Cycle without a date</source>
        <translation>没有日期的周期</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限量</translation>
    </message>
    <message>
        <source>%1, running</source>
        <extracomment>%1 a date: the last day of the billing cycle that runs</extracomment>
        <translation>%1（进行中）</translation>
    </message>
    <message>
        <source>GenAuth sent “%1”</source>
        <translation>GenAuth 返回的是“%1”</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>nothing bought</source>
        <translation>未购买</translation>
    </message>
    <message>
        <source>running, over the quota</source>
        <translation>进行中，已超量</translation>
    </message>
    <message>
        <source>over the quota</source>
        <translation>已超量</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>%1: use unknown, bought %2</source>
        <extracomment>%1 a billing cycle, %2 a number, &quot;unlimited&quot; or &quot;unknown&quot;</extracomment>
        <translation>%1：用量未知，已购 %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 used (%4)</source>
        <translation>%1：已用 %2，已购 %3（%4）</translation>
    </message>
    <message>
        <source>%1: %2 used, bought %3</source>
        <translation>%1：已用 %2，已购 %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a sentence, and what is to be said besides</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>GenAuth&apos;s “amount” is read as what was bought and its “current” as what was used; the vendor&apos;s own words do not settle it.</source>
        <translation>GenAuth 的“amount”按已购理解，“current”按已用理解；官方说明对此并未明确。</translation>
    </message>
    <message>
        <source>No billing cycle</source>
        <translation>没有计费周期</translation>
    </message>
    <message numerus="yes">
        <source>%Ln billing cycle(s)</source>
        <translation>
            <numerusform>%Ln 个计费周期</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1，从 %2 到 %3</translation>
    </message>
    <message>
        <source>%1; the use of each is unknown</source>
        <translation>%1；用量均未知</translation>
    </message>
    <message>
        <source>%1; highest %2 in %3</source>
        <translation>%1；最高 %2（%3）</translation>
    </message>
    <message numerus="yes">
        <source>%1; use unknown in %Ln</source>
        <translation>
            <numerusform>%1；其中 %Ln 个用量未知</numerusform>
        </translation>
    </message>
    <message>
        <source>Renewal on %1</source>
        <translation>%1续费</translation>
    </message>
    <message>
        <source>Upgrade on %1</source>
        <translation>%1升级</translation>
    </message>
    <message>
        <source>Overdue correction on %1</source>
        <translation>%1逾期补缴</translation>
    </message>
    <message>
        <source>Over-quota correction on %1</source>
        <translation>%1超量补缴</translation>
    </message>
    <message>
        <source>Bought %1</source>
        <translation>已购 %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>%1 a date and time</extracomment>
        <translation>截至%1</translation>
    </message>
    <message>
        <source>○ renewal</source>
        <translation>○ 续费</translation>
    </message>
    <message>
        <source>△ upgrade</source>
        <translation>△ 升级</translation>
    </message>
    <message>
        <source>◇ overdue correction</source>
        <translation>◇ 逾期补缴</translation>
    </message>
    <message>
        <source>□ over-quota correction</source>
        <translation>□ 超量补缴</translation>
    </message>
    <message>
        <source>? use unknown</source>
        <translation>? 用量未知</translation>
    </message>
    <message>
        <source>lighter bar: running billing cycle</source>
        <translation>浅色柱：进行中的计费周期</translation>
    </message>
</context>
<context>
    <name>genauth::JournalPage</name>
    <message>
        <source>No change is on record. Here you will see what changes in this pool&apos;s package and orders, and when it was first seen.</source>
        <translation>还没有变更记录。这里将列出此用户池的套餐和订单的变更，以及首次发现的时间。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>What changed between the refreshes of the chosen user pool</source>
        <translation>所选用户池在两次刷新之间的变更</translation>
    </message>
    <message>
        <source>A row for each field that changed, newest first</source>
        <translation>每个变更的字段一行，最新的在前</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Writes the rows that are shown into a file</source>
        <translation>将显示的行写入文件</translation>
    </message>
</context>
<context>
    <name>genauth::JournalTable</name>
    <message>
        <source>First seen</source>
        <translation>首次发现</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变更后</translation>
    </message>
</context>
<context>
    <name>genauth::JournalText</name>
    <message>
        <source>Order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新订单</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Days overdue</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>MAU bought</source>
        <translation>已购 MAU</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>名称（中文）</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>名称（英文）</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Package code</source>
        <translation>套餐编码</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>订单类型</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>not there</source>
        <extracomment>in place of a value: the answer did not have the field</extracomment>
        <translation>不存在</translation>
    </message>
    <message>
        <source>empty</source>
        <extracomment>in place of a value: the field was there, with nothing in it</extracomment>
        <translation>空</translation>
    </message>
    <message>
        <source>first seen</source>
        <translation>首次发现</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>%1 a value before a change, %2 after it</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Field as sent: %1
Before: %2
After: %3</source>
        <translation>原字段名：%1
变更前：%2
变更后：%3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <comment>how many there are</comment>
        <translation>
            <numerusform>%Ln 项变更</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::LoginChoice</name>
    <message>
        <source>This desktop has no folder for programs that start at login.</source>
        <translation>此桌面没有存放登录时启动程序的文件夹。</translation>
    </message>
    <message>
        <source>%1 was made by something else, and is left alone.</source>
        <translation>%1 由其他程序创建，未作改动。</translation>
    </message>
    <message>
        <source>%1 could not be changed. It is as it was before.</source>
        <translation>无法更改 %1，它保持原样。</translation>
    </message>
</context>
<context>
    <name>genauth::MainWindow</name>
    <message>
        <source>Refreshed a moment ago; nothing was asked again.</source>
        <translation>刚刚刷新过，没有重新请求。</translation>
    </message>
    <message>
        <source>Refresh stopped.</source>
        <translation>已停止刷新。</translation>
    </message>
    <message>
        <source>GenAuth Package Dashboard</source>
        <translation>GenAuth 套餐看板</translation>
    </message>
    <message>
        <source>%1 – Demo data</source>
        <translation>%1 – 演示数据</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>演示数据</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Ask GenAuth again (F5)</source>
        <translation>重新向 GenAuth 获取 (F5)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop refreshing (Esc)</source>
        <translation>停止刷新 (Esc)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The details are copied.</source>
        <translation>已复制详情。</translation>
    </message>
    <message>
        <source>GenAuth asked to wait; it can be asked again in %1.</source>
        <translation>GenAuth 要求等待，%1后可以再次请求。</translation>
    </message>
    <message>
        <source>Show everything in the other language (Ctrl+L)</source>
        <translation>切换到另一种语言 (Ctrl+L)</translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation>文档(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open console</source>
        <translation>打开控制台(&amp;O)</translation>
    </message>
    <message>
        <source>Explore the &amp;demo</source>
        <translation>体验演示(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Leave the demo</source>
        <translation>退出演示(&amp;L)</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>退出演示</translation>
    </message>
    <message>
        <source>Go back to your own pools (Ctrl+Shift+D)</source>
        <translation>返回您自己的用户池 (Ctrl+Shift+D)</translation>
    </message>
    <message>
        <source>&amp;Details for support</source>
        <translation>用于技术支持的详情(&amp;D)</translation>
    </message>
    <message>
        <source>Nothing here opens %1.</source>
        <translation>本机没有程序可以打开 %1。</translation>
    </message>
    <message>
        <source>Switch between English and Chinese</source>
        <translation>在中文和英文之间切换</translation>
    </message>
    <message>
        <source>The demo could not be started.</source>
        <translation>无法启动演示。</translation>
    </message>
    <message>
        <source>&amp;Pool</source>
        <translation>用户池(&amp;P)</translation>
    </message>
    <message>
        <source>Pools refreshed at &amp;once</source>
        <translation>同时刷新的用户池数(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;All pools</source>
        <translation>全部用户池(&amp;A)</translation>
    </message>
    <message>
        <source>This pool was here already as “%1”; it now uses the new access.</source>
        <translation>此用户池已经以“%1”的名称存在；现在使用新的访问方式。</translation>
    </message>
    <message>
        <source>The order is copied.</source>
        <translation>订单已复制。</translation>
    </message>
</context>
<context>
    <name>genauth::MauChart</name>
    <message>
        <source>MAU per billing cycle</source>
        <translation>各计费周期 MAU</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>显示全部(&amp;A)</translation>
    </message>
    <message>
        <source>Brings all billing cycles back into sight</source>
        <translation>重新显示所有计费周期</translation>
    </message>
</context>
<context>
    <name>genauth::MauText</name>
    <message>
        <source>of %1 bought</source>
        <extracomment>follows the number of active users: &quot;8,210 of 10,000 bought&quot;</extracomment>
        <translation>已购 %1</translation>
    </message>
    <message>
        <source>used, unlimited</source>
        <extracomment>follows the number of active users: &quot;8,210 unlimited&quot;</extracomment>
        <translation>已用，不限量</translation>
    </message>
    <message>
        <source>used, bought unknown</source>
        <translation>已用，已购数量未知</translation>
    </message>
    <message>
        <source>From the usage: the right with the code “MAU”.</source>
        <translation>来自用量：编码为“MAU”的权益。</translation>
    </message>
    <message>
        <source>From the MAU history: the billing cycle that holds today. The usage does not tell.</source>
        <translation>来自 MAU 历史：今天所在的计费周期。用量中没有给出。</translation>
    </message>
    <message>
        <source>“current” is read as what is used, “amount” as what was bought; GenAuth&apos;s own description does not settle it.</source>
        <translation>“current”视为已用，“amount”视为已购；GenAuth 的官方说明没有明确二者的含义。</translation>
    </message>
    <message>
        <source>How many were bought is the package&apos;s own MAU quantity.</source>
        <translation>已购数量取自套餐本身的 MAU 数量。</translation>
    </message>
    <message>
        <source>%1% of what was bought</source>
        <translation>已购数量的 %1%</translation>
    </message>
</context>
<context>
    <name>genauth::OperationNotice</name>
    <message>
        <source>Asking %1…</source>
        <translation>正在查询 %1…</translation>
    </message>
    <message>
        <source>Part of the answer cannot be read</source>
        <translation>应答中有无法读取的内容</translation>
    </message>
</context>
<context>
    <name>genauth::OrderDetailPane</name>
    <message>
        <source>This is what the list says.</source>
        <translation>以上为列表中的内容。</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在查询 %1…</translation>
    </message>
    <message>
        <source>GenAuth knows of no payment for this order.</source>
        <translation>GenAuth 没有此订单的付款记录。</translation>
    </message>
    <message>
        <source>Without an order number no payment can be asked for.</source>
        <translation>没有订单号，无法查询付款。</translation>
    </message>
    <message>
        <source>Not asked yet. Return asks at once.</source>
        <translation>尚未查询。按回车键立即查询。</translation>
    </message>
    <message>
        <source>Selected order</source>
        <translation>选中的订单</translation>
    </message>
    <message>
        <source>Select an order to see all of it here.</source>
        <translation>选择一个订单，在此查看全部内容。</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Asks once more for what could not be read</source>
        <translation>再次查询未能读取的内容</translation>
    </message>
    <message>
        <source>Copy in &amp;English</source>
        <translation>复制英文(&amp;E)</translation>
    </message>
    <message>
        <source>Copies the order and its payment, in English</source>
        <translation>以英文复制订单及其付款信息</translation>
    </message>
    <message>
        <source>Copy in C&amp;hinese</source>
        <translation>复制中文(&amp;H)</translation>
    </message>
    <message>
        <source>Copies the order and its payment, in Chinese</source>
        <translation>以中文复制订单及其付款信息</translation>
    </message>
    <message>
        <source>GenAuth asked to wait until %1; then it is asked.</source>
        <translation>GenAuth 要求等到 %1；届时会再查询。</translation>
    </message>
    <message>
        <source>Without this user pool&apos;s access key no payment can be asked for.</source>
        <translation>没有此用户池的访问密钥，无法查询付款。</translation>
    </message>
</context>
<context>
    <name>genauth::OrderFilterBar</name>
    <message>
        <source>Every status</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Every type</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Shows orders of this status alone</source>
        <translation>只显示此状态的订单</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>订单类型</translation>
    </message>
    <message>
        <source>Shows orders of this type alone</source>
        <translation>只显示此类型的订单</translation>
    </message>
</context>
<context>
    <name>genauth::OrderLoadBar</name>
    <message>
        <source>Load &amp;more</source>
        <translation>加载更多(&amp;M)</translation>
    </message>
    <message>
        <source>Loads the next 50 orders</source>
        <translation>加载接下来的 50 个订单</translation>
    </message>
    <message>
        <source>Load &amp;all</source>
        <translation>全部加载(&amp;A)</translation>
    </message>
    <message>
        <source>Loads all orders that there are, page by page</source>
        <translation>逐页加载全部订单</translation>
    </message>
    <message>
        <source>&amp;Stop loading</source>
        <translation>停止加载(&amp;S)</translation>
    </message>
    <message>
        <source>Keeps the orders that are loaded</source>
        <translation>保留已加载的订单</translation>
    </message>
    <message>
        <source>The next orders could not be loaded.</source>
        <translation>未能加载后面的订单。</translation>
    </message>
    <message>
        <source>GenAuth asked to wait until %1.</source>
        <translation>GenAuth 要求等到 %1。</translation>
    </message>
</context>
<context>
    <name>genauth::OrderText</name>
    <message>
        <source>Unpaid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新购</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>续费</translation>
    </message>
    <message>
        <source>Overdue correction</source>
        <translation>逾期补缴</translation>
    </message>
    <message>
        <source>Over-quota correction</source>
        <translation>超量补缴</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>线下</translation>
    </message>
    <message>
        <source>Opened by GenAuth</source>
        <translation>GenAuth 开通</translation>
    </message>
    <message>
        <source>Self-service</source>
        <translation>自助下单</translation>
    </message>
    <message>
        <source>Redemption code</source>
        <translation>兑换码</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Package (English)</source>
        <translation>套餐（英文）</translation>
    </message>
    <message>
        <source>Package (Chinese)</source>
        <translation>套餐（中文）</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>订单类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Paid amount</source>
        <translation>付款金额</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Payment status</source>
        <translation>付款状态</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Paying account</source>
        <translation>付款账号</translation>
    </message>
    <message>
        <source>Channel order number</source>
        <translation>渠道订单号</translation>
    </message>
    <message>
        <source>Payment created</source>
        <translation>付款单创建时间</translation>
    </message>
    <message>
        <source>An unpaid order closes two hours after it was made.</source>
        <translation>未付款的订单在创建两小时后关闭。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %Ln loaded order(s) match</source>
        <translation>
            <numerusform>已加载的 %Ln 个订单中有 %1 个符合</numerusform>
        </translation>
    </message>
    <message>
        <source>No orders</source>
        <translation>没有订单</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln order(s)</source>
        <translation>
            <numerusform>全部 %Ln 个订单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln order(s); GenAuth says %1</source>
        <translation>
            <numerusform>全部 %Ln 个订单；GenAuth 称有 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loaded %Ln order(s)</source>
        <translation>
            <numerusform>已加载 %Ln 个订单</numerusform>
        </translation>
    </message>
    <message>
        <source>Loaded %1; GenAuth says %2</source>
        <translation>已加载 %1 个；GenAuth 称有 %2 个</translation>
    </message>
    <message>
        <source>Loaded %1 of %2 orders</source>
        <translation>已加载 %1 个订单，共 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>Nothing of these %Ln order(s) is paid or completed.</source>
        <translation>
            <numerusform>这 %Ln 个订单都未付款或完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>too large to add up</source>
        <translation>数额过大，无法合计</translation>
    </message>
    <message numerus="yes">
        <source>Paid and completed, %2 of these %Ln order(s): %1</source>
        <extracomment>%1 a sum of money, %2 a number of orders</extracomment>
        <translation>
            <numerusform>这 %Ln 个订单中 %2 个已付款或已完成，合计：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln amount(s) unknown)</source>
        <extracomment>%1 &quot;Paid and completed, 9 of these 12 orders: ¥ 99.00&quot;</extracomment>
        <translation>
            <numerusform>%1（%Ln 个金额未知）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loading; %Ln order(s) so far…</source>
        <translation>
            <numerusform>正在加载，已有 %Ln 个订单…</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading %1 of %2…</source>
        <translation>正在加载：%1 / %2…</translation>
    </message>
    <message>
        <source>Payment is for order</source>
        <translation>付款所属订单</translation>
    </message>
    <message>
        <source>%1; those after the newest 50 as of %2</source>
        <extracomment>%1 &quot;Loaded 100 of 137 orders&quot;, %2 date and time</extracomment>
        <translation>%1；最新 50 个之后的订单截至 %2</translation>
    </message>
    <message>
        <source>Only %1 of %2 orders are loaded.</source>
        <translation>%2 个订单中仅加载了 %1 个。</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln order(s) are loaded; there may be more.</source>
        <translation>
            <numerusform>仅加载了 %Ln 个订单，可能还有更多。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::OrdersPage</name>
    <message>
        <source>Here you will see what was ordered for this user pool, and paid.</source>
        <translation>此处将显示为此用户池下的订单及付款情况。</translation>
    </message>
    <message>
        <source>Nothing was ordered for this user pool.</source>
        <translation>此用户池没有订单。</translation>
    </message>
    <message>
        <source>None of the loaded orders matches.</source>
        <translation>已加载的订单中没有符合条件的。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>What was ordered for the chosen user pool, and paid</source>
        <translation>所选用户池的订单及付款情况</translation>
    </message>
    <message>
        <source>A row for each loaded order; Return asks for the selected one&apos;s payment at once</source>
        <translation>每个已加载的订单一行；按回车键立即查询选中订单的付款情况</translation>
    </message>
</context>
<context>
    <name>genauth::OrdersTable</name>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>订单类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>genauth::OutputFile</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <extracomment>%1 the name of a file, %2 why it cannot be written</extracomment>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>this is no name of a file.</source>
        <translation>这不是文件名。</translation>
    </message>
    <message>
        <source>it is a symbolic link in a folder that others may write to.</source>
        <translation>它是符号链接，且位于他人可以写入的文件夹中。</translation>
    </message>
    <message>
        <source>it is a symbolic link that leads nowhere.</source>
        <translation>它是指向不存在目标的符号链接。</translation>
    </message>
    <message>
        <source>it is not an ordinary file.</source>
        <translation>它不是普通文件。</translation>
    </message>
    <message>
        <source>a folder on the way to it is a symbolic link that somebody else made.</source>
        <translation>通往它的某个文件夹是他人建立的符号链接。</translation>
    </message>
</context>
<context>
    <name>genauth::PackageHeader</name>
    <message>
        <source>Name unknown</source>
        <translation>名称未知</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Package code</source>
        <translation>套餐编码</translation>
    </message>
</context>
<context>
    <name>genauth::PackagePage</name>
    <message>
        <source>Part of the answer cannot be read</source>
        <translation>应答中有无法读取的内容</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在查询 %1…</translation>
    </message>
    <message>
        <source>Package unknown</source>
        <translation>套餐未知</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>Open &amp;console</source>
        <translation>打开控制台(&amp;C)</translation>
    </message>
    <message>
        <source>Opens the GenAuth console in your browser</source>
        <translation>在浏览器中打开 GenAuth 控制台</translation>
    </message>
    <message>
        <source>Do &amp;not say this again</source>
        <translation>不再提示(&amp;N)</translation>
    </message>
    <message>
        <source>Keeps this key, and takes the hint away for good</source>
        <translation>保留此密钥，并永久移除这条提示</translation>
    </message>
    <message>
        <source>This is the pool&apos;s master key</source>
        <translation>这是用户池的主密钥</translation>
    </message>
    <message>
        <source>Whoever has it may do everything in the pool. Safer is the key of a collaborating administrator who may only read metering and billing: it is made in the console under Settings → Basic settings → Key management.</source>
        <translation>持有它的人可以在用户池中做任何事。更安全的是仅能读取计量计费的协作管理员密钥：可在控制台的“设置 → 基础设置 → 密钥管理”中创建。</translation>
    </message>
    <message>
        <source>The access key of this pool is kept until this program ends.</source>
        <translation>此用户池的访问密钥只保留到本程序结束。</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>The package of the chosen user pool</source>
        <translation>所选用户池的套餐</translation>
    </message>
</context>
<context>
    <name>genauth::PackageText</name>
    <message>
        <source>monthly active users bought</source>
        <translation>已购月活跃用户数</translation>
    </message>
    <message>
        <source>currency not set; GenAuth names none</source>
        <translation>未设置货币；GenAuth 不提供货币</translation>
    </message>
    <message>
        <source>%1, set for this pool</source>
        <translation>%1（本用户池的设置）</translation>
    </message>
    <message>
        <source>as GenAuth sent it; not a plain number</source>
        <translation>GenAuth 原样返回，不是普通数字</translation>
    </message>
    <message>
        <source>No end date</source>
        <translation>无到期日</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>last full day %1</source>
        <translation>最后完整一天：%1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>counted by GenAuth</source>
        <translation>GenAuth 统计</translation>
    </message>
    <message>
        <source>the end time disagrees</source>
        <translation>与到期时间不一致</translation>
    </message>
    <message>
        <source>GenAuth gave no count</source>
        <translation>GenAuth 没有给出天数</translation>
    </message>
    <message>
        <source>The field “%1” cannot be read.</source>
        <translation>字段“%1”无法读取。</translation>
    </message>
    <message>
        <source>The field “%1” cannot be read: GenAuth sent “%2”.</source>
        <translation>字段“%1”无法读取：GenAuth 返回“%2”。</translation>
    </message>
    <message>
        <source>MAU %1</source>
        <translation>MAU %1</translation>
    </message>
    <message>
        <source>unit price %1</source>
        <translation>单价 %1</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>到期 %1</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>the end time agrees</source>
        <translation>与到期时间一致</translation>
    </message>
    <message>
        <source>GenAuth&apos;s count cannot be read</source>
        <translation>GenAuth 给出的天数无法读取</translation>
    </message>
    <message>
        <source>counted from the end time; %1</source>
        <extracomment>%1 is &quot;GenAuth gave no count&quot; or &quot;GenAuth&apos;s count cannot be read&quot;</extracomment>
        <translation>按到期时间计算；%1</translation>
    </message>
</context>
<context>
    <name>genauth::PoolActions</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>The list is in %1, without any key.</source>
        <translation>列表已保存到 %1，其中不含任何密钥。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>已移除 %1。</translation>
    </message>
    <message>
        <source>Import pools</source>
        <translation>导入用户池</translation>
    </message>
    <message>
        <source>Lists of pools (*.json)</source>
        <translation>用户池列表 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Export pools</source>
        <translation>导出用户池</translation>
    </message>
    <message>
        <source>&amp;Connect a user pool…</source>
        <translation>连接用户池(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Edit connection…</source>
        <translation>编辑连接(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Test connection…</source>
        <translation>测试连接(&amp;T)…</translation>
    </message>
    <message>
        <source>Replace &amp;key…</source>
        <translation>更换密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>复制连接(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Import pools…</source>
        <translation>导入用户池(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport pools…</source>
        <translation>导出用户池(&amp;X)…</translation>
    </message>
    <message>
        <source>Alerts of t&amp;his pool…</source>
        <translation>此用户池的提醒(&amp;H)…</translation>
    </message>
</context>
<context>
    <name>genauth::PoolAlertsSection</name>
    <message>
        <source>As for all pools: off</source>
        <translation>同全部用户池：关</translation>
    </message>
    <message>
        <source>As for all pools: on</source>
        <translation>同全部用户池：开</translation>
    </message>
    <message>
        <source>As for all pools: %1</source>
        <translation>同全部用户池：%1</translation>
    </message>
    <message>
        <source>Alerts of one pool</source>
        <translation>单个用户池的提醒</translation>
    </message>
    <message>
        <source>No user pool is connected yet. Here you will choose what one pool has otherwise than all.</source>
        <translation>还没有连接用户池。在这里可为单个用户池设置与全部用户池不同的提醒。</translation>
    </message>
    <message>
        <source>User &amp;pool</source>
        <translation>用户池(&amp;P)</translation>
    </message>
    <message>
        <source>What is chosen below holds for this pool alone.</source>
        <translation>以下选择仅对此用户池有效。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Leave it empty for the same as all pools.</source>
        <translation>留空则与全部用户池相同。</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>天数(&amp;D)</translation>
    </message>
    <message>
        <source>P&amp;ercent</source>
        <translation>百分比(&amp;E)</translation>
    </message>
</context>
<context>
    <name>genauth::PoolChoice</name>
    <message>
        <source>“%1” may be each of these user pools: %2.</source>
        <translation>“%1”可能是以下任一用户池：%2。</translation>
    </message>
    <message>
        <source>There is no user pool “%1”: none is connected.</source>
        <translation>没有名为“%1”的用户池：尚未连接任何用户池。</translation>
    </message>
    <message>
        <source>There is no user pool “%1”. There are: %2.</source>
        <translation>没有名为“%1”的用户池。现有用户池：%2。</translation>
    </message>
</context>
<context>
    <name>genauth::PoolPages</name>
    <message>
        <source>Pages of this user pool</source>
        <translation>此用户池的页面</translation>
    </message>
    <message>
        <source>The arrow keys choose a page</source>
        <translation>用方向键选择页面</translation>
    </message>
    <message>
        <source>Earlier pages</source>
        <translation>前面的页面</translation>
    </message>
    <message>
        <source>Further pages</source>
        <translation>后面的页面</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>MAU history</source>
        <translation>MAU 历史</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
</context>
<context>
    <name>genauth::PoolSidebar</name>
    <message>
        <source>All pools</source>
        <translation>全部用户池</translation>
    </message>
    <message>
        <source>Shows all user pools as a table</source>
        <translation>以表格显示全部用户池</translation>
    </message>
    <message>
        <source>User pools</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the user pools</source>
        <translation>筛选用户池</translation>
    </message>
    <message>
        <source>Shows the pools with these words in their name, package, state or host</source>
        <translation>只显示名称、套餐、状态或主机中含有这些文字的用户池</translation>
    </message>
    <message>
        <source>No pool matches.</source>
        <translation>没有符合条件的用户池。</translation>
    </message>
    <message>
        <source>Choose the pool whose package is shown</source>
        <translation>选择要显示套餐的用户池</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Worst first</source>
        <translation>最紧急的在前(&amp;W)</translation>
    </message>
</context>
<context>
    <name>genauth::PoolsPage</name>
    <message>
        <source>All user pools</source>
        <translation>全部用户池</translation>
    </message>
    <message>
        <source>A row for each user pool; Return opens the pool&apos;s package</source>
        <translation>每个用户池一行；按回车键打开该用户池的套餐</translation>
    </message>
    <message>
        <source>No user pool is connected yet. Each one will have a row here.</source>
        <translation>尚未连接用户池。每个用户池将在此处显示为一行。</translation>
    </message>
</context>
<context>
    <name>genauth::PoolsSummary</name>
    <message numerus="yes">
        <source>%Ln overdue</source>
        <translation>
            <numerusform>%Ln 个已逾期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ended</source>
        <translation>
            <numerusform>%Ln 个已到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln end(s) soon</source>
        <translation>
            <numerusform>%Ln 个即将到期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln over quota</source>
        <translation>
            <numerusform>%Ln 个超量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradictory</source>
        <translation>
            <numerusform>%Ln 个数据矛盾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be refreshed</source>
        <translation>
            <numerusform>%Ln 个无法刷新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln 个未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool(s)</source>
        <translation>
            <numerusform>%Ln 个用户池</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 &quot;50 pools&quot;, %2 &quot;3 overdue, 2 end soon&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a list that grows: &quot;3 overdue, 2 end soon&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>genauth::PoolsTable</name>
    <message>
        <source>ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>refreshing…</source>
        <translation>正在刷新…</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未更新</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>MAU</source>
        <translation>MAU</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>%1 (on %2)</source>
        <extracomment>%1 &quot;Ends in 11 days&quot;, &quot;11 days&quot;; %2 the date on which that was so</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>genauth::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>The arrow keys choose a section</source>
        <translation>用方向键选择分区</translation>
    </message>
</context>
<context>
    <name>genauth::ProxyFields</name>
    <message>
        <source>Enter the proxy&apos;s name or address alone, such as proxy.example.</source>
        <translation>只填写代理的名称或地址，例如 proxy.example。</translation>
    </message>
    <message>
        <source>Enter the user the password belongs to.</source>
        <translation>请填写该密码对应的用户名。</translation>
    </message>
    <message>
        <source>Enter the password again: the proxy or its user has changed.</source>
        <translation>请重新填写密码：代理或其用户名已更改。</translation>
    </message>
    <message>
        <source>P&amp;roxy</source>
        <translation>代理(&amp;R)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>使用以下代理：</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>代理主机</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>代理端口</translation>
    </message>
    <message>
        <source>Often 3128 or 8080.</source>
        <translation>常见的是 3128 或 8080。</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Only where the proxy wants a sign-in.</source>
        <translation>仅在代理要求登录时需要。</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Leave it empty to keep the one in use.</source>
        <translation>留空则继续使用当前的。</translation>
    </message>
    <message>
        <source>It is not shown again.</source>
        <translation>之后不会再显示。</translation>
    </message>
    <message>
        <source>What requests pass on their way to the host.</source>
        <translation>请求发往主机时经过的代理。</translation>
    </message>
    <message>
        <source>Its name or address, without a port.</source>
        <translation>它的名称或地址，不含端口。</translation>
    </message>
</context>
<context>
    <name>genauth::QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keeps everything as it was</source>
        <translation>一切保持原样</translation>
    </message>
</context>
<context>
    <name>genauth::RangeChooser</name>
    <message numerus="yes">
        <source>Last %Ln month(s)</source>
        <translation>
            <numerusform>最近 %Ln 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>自选日期</translation>
    </message>
    <message>
        <source>Which billing cycles</source>
        <translation>显示哪些计费周期</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>从这一天起</translation>
    </message>
    <message>
        <source>To this day</source>
        <translation>到这一天止</translation>
    </message>
    <message>
        <source>How far the chart and the table go back</source>
        <translation>图表和表格回溯到多久以前</translation>
    </message>
</context>
<context>
    <name>genauth::ReadingArea</name>
    <message>
        <source>The arrow keys scroll where there is more</source>
        <translation>内容较多时可用方向键滚动</translation>
    </message>
</context>
<context>
    <name>genauth::RefreshLabel</name>
    <message>
        <source>Refreshing %L1 of %L2</source>
        <extracomment>the seventh of fifty pools</extracomment>
        <translation>正在刷新第 %L1 个，共 %L2 个</translation>
    </message>
</context>
<context>
    <name>genauth::RefreshSection</name>
    <message>
        <source>Refreshing</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Only when you ask</source>
        <translation>仅在您刷新时</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>每隔(&amp;E)</translation>
    </message>
    <message>
        <source>Nothing is asked until you press Refresh. What is known grows old, and alerts go by it for a day at most.</source>
        <translation>在您点击“刷新”之前不会查询。已知数据会变旧，提醒最多只依据它一天。</translation>
    </message>
    <message>
        <source>Each pool is asked about this often, a little earlier or later, and less often while GenAuth does not answer.</source>
        <translation>每个用户池大约按此间隔查询，略早或略晚；GenAuth 无应答时会放慢。</translation>
    </message>
</context>
<context>
    <name>genauth::RehearsalDialog</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can tell for pools whose package is not known yet: %1.</source>
        <extracomment>%1 names of user pools</extracomment>
        <translation>以下用户池的套餐尚不清楚，无法预知：%1。</translation>
    </message>
    <message>
        <source>From what is known now, nothing new fires within %1. What holds already is not listed, and new answers may change this.</source>
        <translation>依据目前所知，%1内不会触发新的提醒。已经成立的不在此列，新的应答可能改变这一点。</translation>
    </message>
    <message>
        <source>Nothing can be listed yet.</source>
        <translation>目前无法列出。</translation>
    </message>
    <message>
        <source>What will fire, and when</source>
        <translation>将会触发什么、何时触发</translation>
    </message>
    <message>
        <source>This is a rehearsal</source>
        <translation>这是演练</translation>
    </message>
    <message>
        <source>These alerts will fire if no answer changes until then. Nothing is sent or stored.</source>
        <translation>如果此前应答没有变化，将触发这些提醒。不发送也不保存任何内容。</translation>
    </message>
    <message>
        <source>What holds already is not among them. Use is taken to stay as it is now.</source>
        <translation>已经成立的不在其中。假定用量保持现状。</translation>
    </message>
    <message>
        <source>User &amp;pool</source>
        <translation>用户池(&amp;P)</translation>
    </message>
    <message>
        <source>All user pools</source>
        <translation>全部用户池</translation>
    </message>
    <message>
        <source>&amp;Look ahead</source>
        <translation>预看(&amp;L)</translation>
    </message>
    <message>
        <source>Whose coming alerts are listed</source>
        <translation>列出哪个用户池即将触发的提醒</translation>
    </message>
    <message>
        <source>How far ahead alerts are listed</source>
        <translation>列出多久以内的提醒</translation>
    </message>
    <message>
        <source>Coming alerts, a rehearsal</source>
        <translation>即将触发的提醒（演练）</translation>
    </message>
    <message>
        <source>A row for each alert that will fire, soonest first</source>
        <translation>每条将触发的提醒一行，最早的在前</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>two items of a list, the first of which may be such a list itself</extracomment>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>genauth::RemoveDialog</name>
    <message>
        <source>Remove a user pool</source>
        <translation>移除用户池</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>移除“%1”？</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Deletes the pool&apos;s entry and its key here</source>
        <translation>删除本机上的用户池条目及其密钥</translation>
    </message>
</context>
<context>
    <name>genauth::ReportActions</name>
    <message>
        <source>Package ends as a cal&amp;endar…</source>
        <translation>套餐到期日历(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Status report as PDF</source>
        <translation>状态报告 (PDF)(&amp;S)</translation>
    </message>
    <message>
        <source>In &amp;English…</source>
        <translation>英文(&amp;E)…</translation>
    </message>
    <message>
        <source>In &amp;Chinese…</source>
        <translation>中文(&amp;C)…</translation>
    </message>
    <message>
        <source>In &amp;both languages…</source>
        <translation>两种语言(&amp;B)…</translation>
    </message>
    <message>
        <source>Package ends as a calendar</source>
        <translation>套餐到期日历</translation>
    </message>
    <message>
        <source>Status report</source>
        <translation>状态报告</translation>
    </message>
    <message>
        <source>Export this ta&amp;ble</source>
        <translation>导出此表格(&amp;B)</translation>
    </message>
    <message>
        <source>Copy status as te&amp;xt</source>
        <translation>将状态复制为文本(&amp;X)</translation>
    </message>
    <message>
        <source>The status of %1 is copied.</source>
        <translation>“%1”的状态已复制。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool(s) of which no end is known are not in it.</source>
        <translation>
            <numerusform>其中不含 %Ln 个到期时间未知的用户池。</numerusform>
        </translation>
    </message>
    <message>
        <source>No package ends on a day that is known: there is nothing to put into a calendar.</source>
        <translation>没有任何套餐的到期日已知，日历中没有可写入的内容。</translation>
    </message>
</context>
<context>
    <name>genauth::RightsPage</name>
    <message>
        <source>Here you will see everything that the package includes.</source>
        <translation>这里将显示套餐包含的全部内容。</translation>
    </message>
    <message>
        <source>GenAuth lists no right of this package.</source>
        <translation>GenAuth 没有列出此套餐的任何权益。</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>What the package of the chosen user pool includes</source>
        <translation>所选用户池的套餐包含的内容</translation>
    </message>
    <message>
        <source>Rights of the package</source>
        <translation>套餐的权益</translation>
    </message>
    <message>
        <source>A row for each right, under a heading for each data type</source>
        <translation>每项权益一行，按数据类型分组</translation>
    </message>
</context>
<context>
    <name>genauth::RightsTable</name>
    <message>
        <source>Right</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>数据类型</translation>
    </message>
</context>
<context>
    <name>genauth::RightsText</name>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Number (not metered)</source>
        <translation>数值（不计量）</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是否包含</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Data type unknown</source>
        <extracomment>of a right; %1 as the server sent it</extracomment>
        <translation>数据类型未知</translation>
    </message>
    <message>
        <source>Data type “%1”</source>
        <translation>数据类型“%1”</translation>
    </message>
    <message>
        <source>✓ Included</source>
        <translation>✓ 包含</translation>
    </message>
    <message>
        <source>– Not included</source>
        <translation>– 不包含</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限量</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>编码：%1</translation>
    </message>
    <message>
        <source>Value as sent: %1</source>
        <translation>原始值：%1</translation>
    </message>
    <message>
        <source>Data type as sent: %1</source>
        <translation>原始数据类型：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <comment>how many are included</comment>
        <translation>
            <numerusform>%n 项权益</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::ScreenshotRun</name>
    <message>
        <source>The picture cannot be written to %1.</source>
        <translation>图片无法写入 %1。</translation>
    </message>
    <message>
        <source>No user pool could be shown.</source>
        <translation>没有可显示的用户池。</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
</context>
<context>
    <name>genauth::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab 或 Shift+Tab</translation>
    </message>
    <message>
        <source>From one control to the next, and back</source>
        <translation>移到下一个或上一个控件</translation>
    </message>
    <message>
        <source>F10 or Alt</source>
        <translation>F10 或 Alt</translation>
    </message>
    <message>
        <source>The menus</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>genauth::StatusReportText</name>
    <message>
        <source>Status of a GenAuth package</source>
        <translation>GenAuth 套餐状态</translation>
    </message>
    <message>
        <source>MAU per billing cycle</source>
        <translation>各计费周期 MAU</translation>
    </message>
    <message>
        <source>No billing cycle is known.</source>
        <translation>没有已知的计费周期。</translation>
    </message>
    <message>
        <source>GenAuth Package Dashboard, %1</source>
        <extracomment>%1 a date, a time of day and the clock they are told in</extracomment>
        <translation>GenAuth 套餐看板，%1</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>MAU bought</source>
        <translation>已购 MAU</translation>
    </message>
    <message>
        <source>MAU used</source>
        <translation>已用 MAU</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A fact and its value; the third is what else is known of it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>There is no room for the chart on this page.</source>
        <translation>本页没有放置图表的空间。</translation>
    </message>
</context>
<context>
    <name>genauth::StatusText</name>
    <message>
        <source>Overdue %1</source>
        <translation>已逾期 %1</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Ends in %1</source>
        <translation>%1后到期</translation>
    </message>
    <message>
        <source>Over MAU</source>
        <translation>MAU 超量</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>数据矛盾</translation>
    </message>
    <message>
        <source>Entitlement used up</source>
        <translation>权益已用完</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>No end date</source>
        <translation>无到期日</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Renew in the GenAuth console, then press Refresh.</source>
        <translation>请在 GenAuth 控制台续费，然后点击“刷新”。</translation>
    </message>
    <message>
        <source>The package ended on %1.</source>
        <translation>套餐已于%1 到期。</translation>
    </message>
    <message>
        <source>GenAuth counts this package as overdue.</source>
        <translation>GenAuth 将此套餐计为逾期。</translation>
    </message>
    <message>
        <source>Overdue by %1</source>
        <translation>已逾期 %1</translation>
    </message>
    <message>
        <source>Sign-in for your users may stop at any time.</source>
        <translation>您的用户可能随时无法登录。</translation>
    </message>
    <message>
        <source>The package has ended</source>
        <translation>套餐已到期</translation>
    </message>
    <message>
        <source>It ended on %1.</source>
        <translation>套餐已于%1 到期。</translation>
    </message>
    <message>
        <source>The package ends on %1. Renew in the GenAuth console before then, or your users may be unable to sign in.</source>
        <translation>套餐将于%1 到期。请在此之前到 GenAuth 控制台续费，否则您的用户可能无法登录。</translation>
    </message>
    <message>
        <source>More MAU used than bought</source>
        <translation>MAU 用量超过已购数量</translation>
    </message>
    <message>
        <source>Further users may be refused. Upgrade the package in the GenAuth console.</source>
        <translation>新的用户可能无法登录。请在 GenAuth 控制台升级套餐。</translation>
    </message>
    <message>
        <source>GenAuth&apos;s figures disagree</source>
        <translation>GenAuth 的数据互相矛盾</translation>
    </message>
    <message>
        <source>An entitlement is used up</source>
        <translation>有权益已用完</translation>
    </message>
    <message>
        <source>What it covers may stop working. Upgrade the package in the GenAuth console.</source>
        <translation>相关功能可能停用。请在 GenAuth 控制台升级套餐。</translation>
    </message>
    <message>
        <source>The end time is unknown</source>
        <translation>到期时间未知</translation>
    </message>
    <message>
        <source>GenAuth sent no end time that can be read, so nobody is warned before this package ends. Check it in the GenAuth console.</source>
        <translation>GenAuth 没有返回可读取的到期时间，因此无法在到期前提醒。请在 GenAuth 控制台查看。</translation>
    </message>
    <message>
        <source>Check the package in the GenAuth console.</source>
        <translation>请在 GenAuth 控制台查看套餐。</translation>
    </message>
    <message>
        <source>GenAuth counts %1 overdue, the end time says %2.</source>
        <translation>GenAuth 统计逾期 %1，而按到期时间应为 %2。</translation>
    </message>
    <message>
        <source>GenAuth counts %1 overdue, but the end time has not come yet.</source>
        <translation>GenAuth 统计逾期 %1，但尚未到到期时间。</translation>
    </message>
    <message>
        <source>Cannot refresh</source>
        <translation>无法刷新</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <extracomment>%1 a state such as &quot;Active&quot;, %2 a time such as &quot;200 days&quot;</extracomment>
        <translation>%1，剩余 %2</translation>
    </message>
</context>
<context>
    <name>genauth::StepsEdit</name>
    <message>
        <source>“%1” is no whole number from %2 to %3. Until the list is right, the last one holds.</source>
        <translation>“%1”不是 %2 到 %3 的整数。在列表正确之前，沿用上一个列表。</translation>
    </message>
    <message>
        <source>These are more than %1 numbers. Until there are fewer, the last list holds.</source>
        <translation>数字超过 %1 个。在减少之前，沿用上一个列表。</translation>
    </message>
    <message>
        <source>Enter at least one number, or switch the alert off. Until then, the last list holds.</source>
        <translation>请至少输入一个数字，或关闭此提醒。在此之前沿用上一个列表。</translation>
    </message>
</context>
<context>
    <name>genauth::StoreNotice</name>
    <message>
        <source>Asks your keyring again now</source>
        <translation>立即再次询问密钥环</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Takes this notice away</source>
        <translation>移除这条通知</translation>
    </message>
    <message>
        <source>Retr&amp;y</source>
        <translation>重试(&amp;Y)</translation>
    </message>
    <message numerus="yes">
        <source>%n more notice(s) after this one</source>
        <translation>
            <numerusform>之后还有 %n 条通知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::StoreText</name>
    <message>
        <source>What you change lasts until this program ends.</source>
        <translation>您的改动只在本程序结束之前有效。</translation>
    </message>
    <message>
        <source>The list of pools cannot be stored</source>
        <translation>无法保存用户池列表</translation>
    </message>
    <message>
        <source>This environment names no folder for settings.</source>
        <translation>当前环境没有指定用于设置的文件夹。</translation>
    </message>
    <message>
        <source>The list of pools cannot be read</source>
        <translation>无法读取用户池列表</translation>
    </message>
    <message>
        <source>%1 is not a file that this program may read.</source>
        <translation>本程序不能读取 %1。</translation>
    </message>
    <message>
        <source>The list of pools cannot be understood</source>
        <translation>无法识别用户池列表</translation>
    </message>
    <message>
        <source>%1 holds something else. It is left alone until you change a pool; then it is put aside, whole, beside the new list.</source>
        <translation>%1 的内容不是用户池列表。在您更改用户池之前它保持原样；之后会被完整地另存在新列表旁边。</translation>
    </message>
    <message>
        <source>The list of pools was written by a newer version</source>
        <translation>用户池列表由更新的版本写入</translation>
    </message>
    <message>
        <source>%1 is left as it is.</source>
        <translation>%1 保持原样。</translation>
    </message>
    <message>
        <source>The list of pools could not be stored</source>
        <translation>未能保存用户池列表</translation>
    </message>
    <message>
        <source>%1 stands as it was before.</source>
        <translation>%1 仍是之前的内容。</translation>
    </message>
    <message>
        <source>It is tried again with your next change; check the disk and the folder.</source>
        <translation>下次更改时会再次尝试；请检查磁盘和文件夹。</translation>
    </message>
    <message>
        <source>Unlock your keyring to refresh</source>
        <translation>解锁密钥环后才能刷新</translation>
    </message>
    <message>
        <source>The access key of this pool lies in your desktop&apos;s keyring, and the keyring does not give it out now.</source>
        <translation>此用户池的访问密钥保存在桌面的密钥环中，而密钥环现在没有交出它。</translation>
    </message>
    <message>
        <source>There is no keyring to read the access key from</source>
        <translation>没有可读取访问密钥的密钥环</translation>
    </message>
    <message>
        <source>This desktop has none, or it does not run. Start it and retry, or enter the key again for this session.</source>
        <translation>这个桌面没有密钥环，或密钥环没有运行。请启动它并重试，或为本次运行重新输入密钥。</translation>
    </message>
    <message>
        <source>Your keyring does not answer</source>
        <translation>密钥环没有应答</translation>
    </message>
    <message>
        <source>It may be waiting for you to unlock it; look for its window.</source>
        <translation>它可能在等您解锁，请找一找它的窗口。</translation>
    </message>
    <message>
        <source>Enter the access key of this pool</source>
        <translation>请输入此用户池的访问密钥</translation>
    </message>
    <message>
        <source>The access key in your keyring cannot be used</source>
        <translation>密钥环中的访问密钥无法使用</translation>
    </message>
    <message>
        <source>What the keyring holds for this pool is not an access key. Enter the key again.</source>
        <translation>密钥环为此用户池保存的内容不是访问密钥。请重新输入密钥。</translation>
    </message>
    <message>
        <source>Your keyring did not keep the access key</source>
        <translation>密钥环没有保存访问密钥</translation>
    </message>
    <message>
        <source>It works until this program ends. At the next start, what the keyring held before is used.</source>
        <translation>在本程序结束之前密钥可用。下次启动时将使用密钥环中原有的内容。</translation>
    </message>
    <message>
        <source>The access key may still lie in your keyring</source>
        <translation>访问密钥可能仍在密钥环中</translation>
    </message>
    <message>
        <source>It was asked to delete the key, and that cannot be confirmed.</source>
        <translation>已要求密钥环删除密钥，但无法确认是否已删除。</translation>
    </message>
    <message>
        <source>The key works until this program ends; after that it has to be entered again.</source>
        <translation>在本程序结束之前密钥可用，之后需要重新输入。</translation>
    </message>
    <message>
        <source>Access keys are kept for this session only</source>
        <translation>访问密钥只在本次运行期间保留</translation>
    </message>
    <message>
        <source>This desktop has no keyring, or it does not run.</source>
        <translation>这个桌面没有密钥环，或密钥环没有运行。</translation>
    </message>
    <message>
        <source>The access key of %1 is not stored yet</source>
        <translation>%1 的访问密钥尚未保存</translation>
    </message>
    <message>
        <source>Your keyring is locked. Unlock it and retry; until then the key is kept for this session only.</source>
        <translation>密钥环已锁定。请解锁后重试；在此之前密钥只在本次运行期间保留。</translation>
    </message>
    <message>
        <source>The access key of %1 may not be stored</source>
        <translation>%1 的访问密钥可能没有保存</translation>
    </message>
    <message>
        <source>Your keyring does not answer; it may be waiting for you to unlock it.</source>
        <translation>密钥环没有应答，可能在等您解锁。</translation>
    </message>
    <message>
        <source>Your keyring did not keep the access key of %1</source>
        <translation>密钥环没有保存 %1 的访问密钥</translation>
    </message>
    <message>
        <source>The key works until this program ends. At the next start, what the keyring held before is used.</source>
        <translation>在本程序结束之前密钥可用。下次启动时将使用密钥环中原有的内容。</translation>
    </message>
    <message>
        <source>The access key of %1 may still lie in your keyring</source>
        <translation>%1 的访问密钥可能仍在密钥环中</translation>
    </message>
    <message>
        <source>That it was deleted cannot be confirmed. It is tried again at the next start; by hand you find it in your keyring&apos;s own program under genauth-dashboard, entry %1.</source>
        <translation>无法确认密钥是否已删除。下次启动时会再次尝试；您也可以在密钥环自带的程序中找到它：genauth-dashboard，条目 %1。</translation>
    </message>
    <message>
        <source>Nothing changes at GenAuth: the pool, its package and the key itself stay.</source>
        <translation>GenAuth 上没有任何变化：用户池、套餐和密钥本身都会保留。</translation>
    </message>
    <message>
        <source>The pool and its key are forgotten. Nothing of it is stored on this computer.</source>
        <translation>用户池及其密钥将被忘记。本机没有保存与它有关的任何内容。</translation>
    </message>
    <message>
        <source>%1 is too large for a list of pools. Nothing was imported.</source>
        <translation>%1 太大，不像用户池列表。没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program. Nothing was imported.</source>
        <translation>%1 由本程序的更新版本写入。没有导入任何内容。</translation>
    </message>
    <message>
        <source>Pool %1 in %2 has a value that cannot be right. Nothing was imported.</source>
        <translation>%2 中的第 %1 个用户池含有不正确的值。没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 is not a list of pools. Nothing was imported.</source>
        <translation>%1 不是用户池列表。没有导入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n pool(s) were here already and stay as they are.</source>
        <translation>
            <numerusform>%n 个用户池已在列表中，保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new was in the list.</source>
        <translation>列表中没有新的用户池。</translation>
    </message>
    <message numerus="yes">
        <source>%n pool(s) imported; enter their access keys.</source>
        <translation>
            <numerusform>已导入 %n 个用户池；请输入它们的访问密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>No access key is stored for it on this computer.</source>
        <translation>本机没有保存它的访问密钥。</translation>
    </message>
    <message>
        <source>What is shown is not kept</source>
        <translation>所显示的数据不会保留</translation>
    </message>
    <message>
        <source>This environment names no folder for data. At the next start nothing is known until your pools have answered.</source>
        <translation>此环境没有指定数据文件夹。下次启动时，在用户池作出应答之前没有任何数据。</translation>
    </message>
    <message>
        <source>What was last known of your pools cannot be read</source>
        <translation>无法读取用户池的上次数据</translation>
    </message>
    <message>
        <source>%1 is not a file that this program may read and write. What is shown now is not kept either.</source>
        <translation>%1 不是本程序可以读写的文件。现在显示的数据也不会保留。</translation>
    </message>
    <message>
        <source>What was last known of your pools is damaged</source>
        <translation>用户池的上次数据已损坏</translation>
    </message>
    <message>
        <source>The file lies beside the new one as %1. Your pools and their keys are not touched; the history of their usage begins anew.</source>
        <translation>该文件已移到新文件旁边，名为 %1。您的用户池及其密钥未受影响；用量历史重新开始记录。</translation>
    </message>
    <message>
        <source>What was last known of your pools was written by a newer version</source>
        <translation>用户池的上次数据由较新版本写入</translation>
    </message>
    <message>
        <source>The file lies beside the new one as %1.</source>
        <translation>该文件已移到新文件旁边，名为 %1。</translation>
    </message>
    <message>
        <source>What your pools answer cannot be stored</source>
        <translation>无法保存用户池的应答</translation>
    </message>
    <message>
        <source>%1 stands as it was before. It is tried again with each answer; check the disk and the folder.</source>
        <translation>%1 仍保持原样。每次收到应答时都会重试；请检查磁盘和文件夹。</translation>
    </message>
    <message>
        <source>Deleted on this computer are the pool&apos;s entry in %1, what was last known of it and the history of its usage, and its access key in your desktop&apos;s keyring (genauth-dashboard, entry %2).</source>
        <translation>将从此计算机上删除：%1 中该用户池的条目、它的上次数据和用量历史，以及桌面密钥环中它的访问密钥（genauth-dashboard，条目 %2）。</translation>
    </message>
</context>
<context>
    <name>genauth::TableExport</name>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>CSV, as &amp;shown…</source>
        <translation>CSV，按显示内容(&amp;S)…</translation>
    </message>
    <message>
        <source>CSV, &amp;raw values…</source>
        <translation>CSV，原始值(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;JSON, raw values…</source>
        <translation>JSON，原始值(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Mark CSV as UTF-8</source>
        <translation>将 CSV 标记为 UTF-8(&amp;M)</translation>
    </message>
    <message>
        <source>A spreadsheet reads the file right by it; other programs may take it for a part of the first cell</source>
        <translation>电子表格据此正确读取文件；其他程序可能会把它当作第一个单元格的一部分</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Collecting the rows…</source>
        <translation>正在收集表中各行…</translation>
    </message>
    <message>
        <source>Another pool is shown: its rows are not what was asked for.</source>
        <translation>已切换到另一个用户池，其内容不是您要导出的，因此未导出。</translation>
    </message>
</context>
<context>
    <name>genauth::TableManners</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;py all as text</source>
        <translation>以文本复制全部(&amp;P)</translation>
    </message>
    <message>
        <source>Copying the rows…</source>
        <translation>正在复制各行…</translation>
    </message>
    <message>
        <source>Another pool is shown: nothing was copied.</source>
        <translation>已切换到另一个用户池，未复制任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are copied.</source>
        <extracomment>Onto the clipboard</extracomment>
        <translation>
            <numerusform>已复制 %Ln 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::ThresholdFields</name>
    <message>
        <source>“Very soon” cannot begin earlier than “soon”: enter fewer days.</source>
        <translation>“马上到期”不能早于“即将到期”：请输入更小的天数。</translation>
    </message>
    <message>
        <source>Ends &amp;very soon</source>
        <translation>马上到期(&amp;V)</translation>
    </message>
    <message>
        <source>Days before the end from which this pool is shown as urgent.</source>
        <translation>距到期多少天起显示为紧急。</translation>
    </message>
    <message>
        <source>&amp;Ends soon</source>
        <translation>即将到期(&amp;E)</translation>
    </message>
    <message>
        <source>Days before the end from which it is shown as ending soon.</source>
        <translation>距到期多少天起显示为即将到期。</translation>
    </message>
    <message>
        <source>&amp;MAU warning</source>
        <translation>MAU 预警(&amp;M)</translation>
    </message>
    <message>
        <source>Percent of the MAU bought at which too much is used; above 100 % always is.</source>
        <translation>用量达到已购 MAU 的百分之几算过多；超过 100 % 始终算过多。</translation>
    </message>
    <message>
        <source> days</source>
        <extracomment>After a number in a field; singular and plural in one</extracomment>
        <translation> 天</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>genauth::TrayMenu</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more pool(s)</source>
        <translation>
            <numerusform>另有 %n 个用户池</numerusform>
        </translation>
    </message>
    <message>
        <source>GenAuth Package Dashboard</source>
        <translation>GenAuth 套餐看板</translation>
    </message>
    <message>
        <source>&amp;Alerts (%1)</source>
        <translation>提醒（%1）(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation>提醒(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>显示窗口(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Refresh all pools</source>
        <translation>刷新所有用户池(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Snooze open alerts</source>
        <translation>稍后提醒(&amp;N)</translation>
    </message>
    <message>
        <source>For a &amp;day</source>
        <translation>一天(&amp;D)</translation>
    </message>
    <message>
        <source>For a &amp;week</source>
        <translation>一周(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Until they change</source>
        <translation>直到有变化(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>genauth::UsagePage</name>
    <message>
        <source>Here you will see how much of each right is used.</source>
        <translation>这里将显示每项权益的用量。</translation>
    </message>
    <message>
        <source>GenAuth counts the use of no right of this pool.</source>
        <translation>GenAuth 没有统计此用户池任何权益的用量。</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>How much of each right the chosen user pool uses</source>
        <translation>所选用户池每项权益的用量</translation>
    </message>
    <message>
        <source>Rights in use</source>
        <translation>使用中的权益</translation>
    </message>
    <message>
        <source>A row for each right, those nearest to their limit first</source>
        <translation>每项权益一行，最接近上限的在前</translation>
    </message>
</context>
<context>
    <name>genauth::UsageTable</name>
    <message>
        <source>Right</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>体验</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>genauth::UsageText</name>
    <message>
        <source>%1 used, unlimited</source>
        <translation>已用 %1，不限量</translation>
    </message>
    <message>
        <source>used unknown, unlimited</source>
        <translation>用量未知，不限量</translation>
    </message>
    <message>
        <source>used unknown, %1 included</source>
        <extracomment>%1 a number</extracomment>
        <translation>用量未知，含 %1</translation>
    </message>
    <message>
        <source>%1 of 0 included</source>
        <extracomment>%1 a number that is used; nothing of it is included</extracomment>
        <translation>已用 %1，套餐含 0</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is used of %2</extracomment>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>%1 used, included unknown</source>
        <translation>已用 %1，包含量未知</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>a whole number and the percent sign</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限量</translation>
    </message>
    <message>
        <source>none included</source>
        <translation>未包含</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>体验</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>编码：%1</translation>
    </message>
    <message>
        <source>How much is included cannot be read: GenAuth sent “%1”.</source>
        <translation>无法读取包含量：GenAuth 返回的是“%1”。</translation>
    </message>
    <message>
        <source>How much is used cannot be read: GenAuth sent “%1”.</source>
        <translation>无法读取用量：GenAuth 返回的是“%1”。</translation>
    </message>
    <message>
        <source>A right of a trial</source>
        <translation>体验权益</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <comment>how many there are</comment>
        <translation>
            <numerusform>%n 项权益</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 &quot;9 rights&quot;, %2 &quot;1 at its limit&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n at its limit</source>
        <translation>
            <numerusform>%n 项已达上限</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::WelcomePage</name>
    <message>
        <source>Starting the demo…</source>
        <translation>正在启动演示…</translation>
    </message>
    <message>
        <source>A small GenAuth is starting on this computer, with made-up pools.</source>
        <translation>正在本机启动一个小型演示服务，其中的用户池都是虚构的。</translation>
    </message>
    <message>
        <source>The demo could not be started</source>
        <translation>无法启动演示</translation>
    </message>
    <message>
        <source>The program genauth-sandbox is missing beside this one, or it ended early. Install the dashboard again, or connect a pool of your own.</source>
        <translation>本程序旁边缺少 genauth-sandbox，或者它提前退出了。请重新安装，或连接您自己的用户池。</translation>
    </message>
    <message>
        <source>Know before your package ends</source>
        <translation>套餐到期，提前知道</translation>
    </message>
    <message>
        <source>Connect a GenAuth user pool, and its package will be shown here: its name, MAU quantity, price and end, with a warning in time.</source>
        <translation>连接一个 GenAuth 用户池，这里就会显示它的套餐：名称、MAU 数量、单价和到期时间，并及时提醒。</translation>
    </message>
    <message>
        <source>&amp;Connect a user pool…</source>
        <translation>连接用户池(&amp;C)…</translation>
    </message>
    <message>
        <source>Asks for the host and an access key, and tries them</source>
        <translation>填写主机和访问密钥，并进行测试</translation>
    </message>
    <message>
        <source>Explore the &amp;demo</source>
        <translation>体验演示(&amp;D)</translation>
    </message>
    <message>
        <source>Shows made-up pools from a small GenAuth on this computer</source>
        <translation>显示本机小型 GenAuth 演示服务中的虚构用户池</translation>
    </message>
    <message>
        <source>The demo needs no account and no network. Your access key is sent to the host you name and to nobody else.</source>
        <translation>演示不需要账号，也不需要网络。您的访问密钥只会发送给您指定的主机。</translation>
    </message>
</context>
<context>
    <name>genauth::WholeFile</name>
    <message>
        <source>This is not an ordinary file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>It could not be made.</source>
        <translation>无法生成其内容。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Try --help.</source>
        <translation>请查看 --help。</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Use --screenshot FILE for a picture of it.</source>
        <translation>没有可用的显示器，无法打开窗口。可用 --screenshot 文件 保存窗口图片。</translation>
    </message>
    <message>
        <source>The program runs already, and does not answer.</source>
        <translation>程序已在运行，但没有响应。</translation>
    </message>
</context>
</TS>
