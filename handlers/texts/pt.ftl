# Tudo o que o bot diz. Os valores entre { } já chegam protegidos quando a mensagem é HTML.

start =
    <b>Pergunte o que aconteceu.</b> Procuro em artigos de notícias e respondo com frases citadas palavra por palavra: quem as disse, quem as publicou e de onde esse veículo as tirou.

    Envie uma pergunta, um link ou um parágrafo cuja origem você quer saber.
start-example-1 = greve no porto
start-example-2 = Quem noticiou a enchente?
help =
    <b>Como perguntar</b>
    Envie algumas palavras, por exemplo <code>{ $example }</code>, e encontro os artigos que mais correspondem. Você também pode usar:
    • <code>"palavras exatas"</code> · <code>-sem</code> · <code>isto OR aquilo</code> · <code>começo*</code>
    • <code>{ $source }</code> · <code>by:nome</code> · <code>lang:ar</code>
    • <code>since:{ $since }</code> · <code>after:</code> · <code>before:</code> · semana passada · desde outubro
    Cole um link ou um parágrafo para ver quem o publicou e quem mais noticia o mesmo. Edite a pergunta, e a resposta se atualiza. Responda /ask a qualquer mensagem, ou a um trecho citado, para ver quem diz aquilo.

    <b>Comandos</b>
    { $commands }

    Em grupos, use /ask, mencione-me ou responda a mim. Em qualquer outra conversa, digite <code>{ $bot }</code> e a sua pergunta.
help-operators = <b>Para operadores</b>
bot-description = Pergunte o que aconteceu: respondo com frases citadas palavra por palavra de artigos de notícias e digo quem as disse, quem as publicou e de onde esse veículo as tirou. Acompanhe um assunto com /subscribe e receba cada notícia uma só vez.
bot-description-short = Notícias palavra por palavra: quem diz, quem publicou e de onde tirou.
command-start = O que sei fazer
command-help = Como perguntar, e todos os comandos
command-ask = Fazer uma pergunta (em grupos)
command-latest = Últimos artigos, também sobre um assunto
command-top = Principais notícias do dia, da semana ou do mês
top-title = <b>Principais notícias</b> · { $period }
top-title-topic = <b>Principais notícias</b> sobre “{ $topic }” · { $period }
top-nearest = Não houve notícias no período que você pediu. Estas são as mais próximas:
top-nothing-newer = Não tenho nada mais recente:
top-nothing-topic = Nenhum artigo trata de “{ $topic }”.
top-hidden = As /settings desta conversa ocultam todos os artigos que eu poderia mostrar. Verifique os idiomas dos artigos e os veículos ocultos.
top-period-24 = últimas 24 horas
top-period-168 = últimos 7 dias
top-period-720 = últimos 30 dias
top-period-all = todo o período
arrivals = { $count ->
    [one] <b>1 artigo novo</b> desde então:
   *[other] <b>{ $count } artigos novos</b> desde então:
  }
arrivals-least = { $count ->
    [one] <b>Pelo menos 1 artigo novo</b> desde então:
   *[other] <b>Pelo menos { $count } artigos novos</b> desde então:
  }
arrivals-none = Nada de novo desde então.
button-arrivals = Novidades?
command-trends = Gráfico de quanto se falou de um assunto
command-timeline = Linha do tempo de uma notícia
command-about = O que há no acervo

ask-for-words = Diga o que devo procurar: um nome, um lugar ou um acontecimento. Por exemplo: { $example }
no-words = Não encontro palavras nisso. Envie um nome, um lugar ou um acontecimento.
greeting-hello = Olá! Pergunte sobre um nome, um lugar ou um acontecimento, por exemplo { $example }. Veja mais em /help.
greeting-thanks = De nada! Pergunte o que mais quiser, por exemplo { $example }. Em /help você vê o que mais sei fazer.
only-words = Só sei ler texto, não mensagens de voz, fotos ou vídeos. Escreva o que você quer saber, por exemplo { $example }, ou cole um link ou um parágrafo.
guest-how = Responda a uma mensagem e me mencione: direi quais artigos têm essas palavras e de onde elas vêm. Ou faça uma pergunta depois do meu nome.
button-ask-bot = Perguntar mais
last-page = Isto é tudo o que tenho sobre o assunto. Toque em um número acima para ler mais de um artigo.
unknown-command = Não conheço esse comando. A lista está em /help. Tudo o mais que você enviar vale como pergunta.
query-error = Não consigo ler essa pergunta (caractere { $position }): { $problem }
too-fast = São muitos pedidos de uma vez. Espere { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
  } e tente de novo.
not-invited = Este bot é privado. Para ter acesso, envie ao operador o seu id: { $id }
privacy =
    <b>O que guardo</b>
    • <b>Nesta conversa</b>: suas perguntas e as mensagens cuja origem você procura, enquanto funcionarem os botões sob as respostas (30 dias); qual mensagem responde a qual; seus alertas e configurações, até você apagá-los; as notificações que os alertas enviaram.
    • <b>Sobre você</b>: seu id do Telegram e o idioma do seu aplicativo. Fora as mensagens que estou respondendo, nenhum nome, nenhum telefone, nenhum contato.
    • <b>Em grupos</b>: o mesmo para o grupo, e quem salvou cada alerta.
    • <b>Avisos de fontes erradas</b>: a notícia, o que você diz estar errado e seu id do Telegram, até que um operador os analise.
    • <b>Feeds que você sugere</b>: o endereço e seu id do Telegram, até 30 dias depois que um operador decidir.
    • <b>Mensagens que estou respondendo</b>: como o Telegram as envia, com seu nome, até serem respondidas, em geral dentro de um segundo. Depois, por dois dias, só números (da conversa, da mensagem e da resposta) e uma soma de verificação.
    • <b>Menções em conversas das quais não participo</b>: o Telegram só me envia essa mensagem e aquela a que ela responde. Todos na conversa veem a minha resposta; não guardo as mensagens nem quem está na conversa.
    • <b>Perguntas inline</b> não são guardadas. Nada do que você escreve aparece em logs. Nada é compartilhado com ninguém além do Telegram, que entrega as mensagens.

    /export envia seus alertas e configurações em um arquivo. /forget_me apaga imediatamente tudo sobre você, também do arquivo do banco de dados. As cópias de segurança feitas pelo operador do bot, cabe a ele apagar.
privacy-judgements = <b>👍 e 👎</b>: o operador deste bot guarda sua avaliação com seu id do Telegram, a pergunta, e os artigos e frases mostrados, para testar as respostas. /forget_me apaga isso também.
judgement-kept = Obrigado! Sua avaliação ajuda a testar as respostas. Veja /privacy
judgement-off = As avaliações não são mais guardadas aqui.
expired = Esta mensagem tem mais de 30 dias, por isso seus botões não funcionam mais. Pergunte de novo.
failed = Algo deu errado do meu lado, e o erro foi registrado. Tente de novo.
search-unavailable = A busca está indisponível no momento. Tente de novo daqui a um minuto.

problem-common = essas palavras são comuns demais para uma busca; acrescente uma mais específica.
problem-bracket-open = parêntese aberto no caractere { $position } sem fechar; fechei-o no fim.
problem-bracket-closed = parêntese de fechamento sobrando no caractere { $position }; ignorei-o.
problem-quote = aspas sem par no caractere { $position }; ignorei-as.
problem-or = OR precisa de uma palavra de cada lado.
problem-not = NOT precisa de uma palavra depois.
problem-field = não conheço o campo <code>{ $field }:</code> no caractere { $position }; procurei as palavras que vêm depois.
problem-deep = parênteses demais uns dentro dos outros.
problem-empty = nada depois de <code>{ $field }:</code> no caractere { $position }; ignorei-o.
problem-date = <code>{ $field }:{ $value }</code> no caractere { $position } não é uma data que eu reconheça, então a ignorei. Escreva assim: <code>{ $field }:2024-05-31</code>.
problem-short = <code>{ $word }*</code> é curto demais: use pelo menos { $letters } letras antes do *.
problem-long = usei só as primeiras { $words } palavras.
article-gone = Esse artigo não está mais disponível. Pergunte de novo.
article-unquotable = Esse artigo não tem mais frases para citar. Pergunte de novo.

not-understood = Não entendi uma parte: { $problem }
searched-instead = Resultados para <b>{ $instead }</b> em vez de “{ $word }”.
searched-also = Também procurei: { $words }
credit = — { $label }
credit-via = { $speaker }, segundo { $outlet }
cites = cita { $outlets }
by = de { $author }
undated = sem data
about-date = data estimada
story-size = { $outlets ->
    [one] 1 veículo
   *[other] { $outlets } veículos
  }, { $origins ->
    [one] 1 fonte independente
   *[other] { $origins } fontes independentes
  }
story-size-unknown = { $articles ->
    [one] 1 artigo de origem desconhecida
   *[other] { $articles } artigos de origem desconhecida
  }
other-outlets = +{ $outlets ->
    [one] 1 veículo
   *[other] { $outlets } veículos
  }, { $origins ->
    [one] 1 fonte
   *[other] { $origins } fontes
  }
source-unknown = veículo desconhecido
notice-samples = Artigos de exemplo, inventados para testar o bot.
notice-stale = O artigo mais novo aqui é de { $newest }, então talvez me faltem notícias recentes.
notice-unreachable = Desde { $since } não consigo acessar { $feeds }, então talvez me faltem notícias recentes.
notice-cut = Sua pergunta era longa demais: usei só os primeiros { $length } caracteres.
notice-language = Não há aqui artigos em { $absent }. Há artigos em { $languages }; para procurá-los, pergunte { $count ->
    [1] nesse idioma
   *[other] em um desses idiomas
  }.
notice-letters = Uma busca só encontra artigos no mesmo alfabeto. Também há artigos em { $languages }; para procurá-los, pergunte { $count ->
    [1] nesse idioma
   *[other] em um desses idiomas
  }.
notice-more-languages = { $languages } e outros

nothing = <b>Nada encontrado.</b>
nothing-unknown = Nenhum artigo menciona { $words }.
not-about = <b>Nada aqui trata de tudo isso.</b>
closest = Os artigos mais próximos:
other-time = <b>Não há nada desse período.</b> Os mais próximos:
less-close = { $count ->
    [one] 1 resultado menos relevante ▸
   *[other] { $count } resultados menos relevantes ▸
  }
below-cut = Menos relevantes:
follow-up = Continuando “{ $previous }”
quoted-word = “{ $word }”
nothing-period = { $count ->
    [one] 1 artigo corresponde fora do período escolhido.
   *[other] { $count } artigos correspondem fora do período escolhido.
  }
nothing-filters = { $count ->
    [one] 1 artigo tem essas palavras, mas não atende aos filtros.
   *[other] { $count } artigos têm essas palavras, mas não atendem aos filtros.
  }
nothing-left-out = Artigos ocultos pelas /settings desta conversa: { $count }.
nothing-suggest = Você quis dizer:
nothing-corpus = { $articles ->
    [0] Ainda não há artigos.
    [one] Procurei em 1 artigo, de { $newest }.
   *[other] Procurei em { $articles } artigos; o mais novo é de { $newest }.
  }

pasted-found = <b>Este texto é de [1].</b> Abaixo: quem mais noticia o mesmo, depois artigos parecidos.
pasted-nearest = <b>Não tenho esse texto.</b> Os artigos mais parecidos:
pasted-unknown-link = <b>Não tenho essa página.</b> Cole um parágrafo dela e procuro quem mais noticia o mesmo.
pasted-nothing = <b>Não tenho nada parecido com esse texto.</b>
pasted-carried = <b>{ $count ->
    [one] 1 artigo daqui tem essas palavras:
   *[other] { $count } artigos daqui têm essas palavras, do mais antigo ao mais novo:
  }</b>
pasted-carried-in-part = <b>{ $count ->
    [one] 1 artigo daqui tem parte disso:
   *[other] { $count } artigos daqui têm ao menos parte disso:
  }</b>
pasted-not-carried = <b>Nenhum artigo daqui tem essas palavras.</b> Os mais parecidos:

card-focused = Sobre a sua pergunta:
card-gist = Resumo:
card-empty = Este artigo não tem frases para citar.
context-place = Frase { $number } de { $of } do resumo, no contexto original:
similar = <b>Parecidos com</b> { $title }
similar-none = Nenhum artigo parecido.
outlets = <b>Quem noticiou, e de onde tirou</b>: { $title }
origin = <b>{ $name }</b>: { $outlets }
origin-alone = <b>{ $name }</b>
story-added = <b>O que cada veículo acrescentou</b>, do mais novo ao mais antigo
story-repeats = repete { $outlet }
story-repeats-itself = repete a si mesmo
story-more = … e mais { $count ->
    [one] 1 frase nova
   *[other] { $count } frases novas
  }

history-how = Sobre o quê? Por exemplo: <code>{ $command } { $example }</code>. A sintaxe de busca de /help também vale aqui.
history-nothing = <b>Nenhum resultado.</b> Nenhum artigo com data tem todas essas palavras.
pictures-missing = Sem gráfico: falta o matplotlib neste servidor.
trend-articles = { $articles ->
    [one] 1 artigo
   *[other] { $articles } artigos
  }
trend-day = por dia
trend-week = por semana
trend-month = por mês
trend-peak-day = Máximo: { $count } em { $when }
trend-peak-week = Máximo: { $count } na semana de { $when }
trend-peak-month = Máximo: { $count } em { $when }
trend-others = { $count ->
    [one] 1 outro
   *[other] { $count } outros
  }
trend-undated = { $count ->
    [one] Mais 1 artigo não tem data.
   *[other] Mais { $count } artigos não têm data.
  }
timeline-stories = { $stories ->
    [one] 1 notícia
   *[other] { $stories } notícias
  }
timeline-some = as { $shown } mais relevantes de { $stories } notícias
timeline-origins = { $origins ->
    [one] 1 fonte
   *[other] { $origins } fontes
  }

about =
    <b>newsbot { $version }</b>
    { $articles ->
        [one] 1 artigo
       *[other] { $articles } artigos
    }; o mais novo é de { $newest }.
    Veículos: { $publishers }

    As respostas são ordenadas com BM25 e citam os artigos palavra por palavra. Nada é reescrito nem gerado.
about-samples = { $samples ->
    [one] 1 deles é um exemplo inventado para testar o bot.
   *[other] { $samples } deles são exemplos inventados para testar o bot.
  }
about-empty = Ainda não há artigos.

button-previous = ◀
button-next = ▶
button-page = Página { $page }/{ $pages }
button-more = Mais ▸
button-filter = Filtrar
button-options = Opções
button-exact = Buscar exatamente “{ $word }”
button-relevance = Relevância
button-newest = Mais novos
button-chosen = • { $label }
button-period-24 = 24 horas
button-period-168 = 7 dias
button-period-720 = 30 dias
button-period-all = Tudo
button-context = No contexto
button-source = Ler artigo ↗
button-similar = Artigos parecidos
button-outlets = Outros veículos
button-report-source = Fonte errada?
button-back = ‹ Voltar
inline-none = Nada encontrado. Abra uma conversa comigo para ver detalhes

command-follow = Seguir uma notícia
command-subscribe = Criar um alerta para novos artigos
command-subscriptions = Meus alertas
command-unsubscribe = Apagar um alerta
subscribe-how = O que devo acompanhar? Por exemplo: <code>/subscribe { $example }</code>. Um artigo precisa ter todas as palavras, a menos que você escreva OR. A sintaxe de busca de /help também vale aqui.
    Para publicar no seu canal, escreva primeiro o canal, na nossa conversa privada: <code>/subscribe @channel { $example }</code>
alert-admins-only = Só administradores deste grupo podem mudar os alertas dele.
alert-preview = <b>Novo alerta</b>: <code>{ $query }</code>
alert-found = Resultados nos últimos 7 dias: { $articles ->
    [0] nenhum.
    [one] 1 artigo.
   *[other] { $articles } artigos, { $stories ->
        [one] 1 notícia.
       *[other] { $stories } notícias.
      }
  }
alert-rate-day = Espere cerca de { $count } mensagens por dia.
alert-rate-week = Espere cerca de { $count ->
    [one] 1 mensagem
   *[other] { $count } mensagens
  } por semana.
alert-ever = Resultados anteriores: { $count ->
    [one] 1 artigo.
   *[other] { $count } artigos.
  }
alert-nothing = ⚠ Nenhum artigo correspondeu até agora. Você pode salvar mesmo assim.
alert-wide = ⚠ Isso é muito amplo. Acrescente uma palavra, ponha expressões entre "aspas" ou escolha o resumo diário.
alert-everything = Isso corresponde a quase todos os artigos. Acrescente uma palavra obrigatória.
alert-only-common = Essas palavras são comuns demais para uma busca, então este alerta nunca dispararia. Acrescente um nome ou uma palavra mais rara.
alert-instead = → <code>{ $query }</code> corresponde a { $count ->
    [one] 1 artigo.
   *[other] { $count } artigos.
  }
alert-mistyped = ⚠ Nenhum artigo menciona “{ $word }”. Você quis dizer { $instead }?
alert-common = ⚠ “{ $word }” aparece em metade dos artigos, então quase não restringe a busca.
alert-fired = Teria encontrado { $fired } dos { $shown } artigos daquela resposta.
alert-not-fired = ⚠ Não teria encontrado nenhum dos artigos daquela resposta, então pode deixar passar esta notícia.
button-wider = Usar “{ $query }”
alert-saved = ✓ <b>Salvo.</b> Aviso você aqui quando um novo artigo corresponder: uma vez por notícia, a partir de agora.
alert-paused = Em pausa.
alert-muted = Silenciado até { $until }.
alert-deleted = <code>{ $query }</code> apagado
alert-cancelled = Cancelado. Nada foi salvo.
alert-gone = Esse alerta foi apagado.
alert-too-many = Você chegou ao limite de { $most ->
    [one] 1 alerta
   *[other] { $most } alertas
  }. Apague um antes: /subscriptions
alert-why = Alerta <code>{ $query }</code>, por { $reasons }
alerts-none = Ainda não há alertas nesta conversa. Envie /subscribe e algumas palavras, ou toque em 🔔 sob uma resposta.
alerts-title = <b>Alertas nesta conversa</b> ({ $count })
unsubscribe-how = Qual? Por exemplo: <code>/unsubscribe 2</code>
button-alert = 🔔 Alerta
button-save = Salvar
button-cancel = Cancelar
button-pause = Pausar
button-resume = Retomar
button-mute = Silenciar 24 h
alert-corrected = ✎ Corrigido depois do meu primeiro envio.
alert-withdrawn = <s>{ $title }</s>
    Este artigo foi retirado. Alerta <code>{ $query }</code>
alert-withdrawn-other = Enviei esta notícia com um artigo que depois foi retirado: { $title }
digest-title = <b>{ $count } notícias para os seus alertas</b>
digest-corrected = corrigido

alert-entry = <b>Alerta</b> <code>{ $query }</code>
alert-reports-now = Envia na hora.
alert-reports-hourly = Envia um resumo de hora em hora, na hora cheia.
alert-reports-daily = Envia um resumo diário ({ $time }, { $zone }).
alert-reports-weekly = Envia um resumo semanal ({ $weekday }, { $time }, { $zone }).
alert-reports-briefing = Envia todo dia as principais notícias ({ $time }, { $zone }).
briefing-name = Principais notícias
briefing-name-topic = Principais notícias: { $topic }
briefing-saved = ✓ <b>Seu boletim diário está ativado.</b>
briefing-ask = Responda com a hora do boletim, por exemplo <code>7:45</code>
button-briefing = ☀ Todo dia, { $time }
button-briefing-time = Hora
button-briefing-stop = Parar este boletim
alert-no-zone = Ainda não sei o seu fuso horário. Defina-o em /settings.
alert-elsewhere = Publica em <b>{ $chat }</b>.
alert-for-channel = Para o canal <b>{ $channel }</b>:
alert-share = Quem abrir este link pode adicionar o mesmo alerta: { $link }
channel-not-yours = Não posso publicar em { $channel }. Você e eu precisamos ser administradores desse canal.
draft-ask = Responda com novas palavras no lugar de <code>{ $query }</code>
reword-ask = Responda com novas palavras para <code>{ $query }</code>. Não reenvio notícias que você já recebeu; novos artigos precisam corresponder às novas palavras.
state-paused = em pausa
state-muted = silenciado
mode-now = Na hora
mode-hourly = De hora em hora
mode-daily = Diariamente
mode-weekly = Semanalmente
mode-briefing = Boletim diário
toast-paused = Em pausa. Retome aqui ou em /subscriptions.
toast-muted = Silenciado por 24 horas.
toast-daily = Passou para o resumo diário.
publisher-muted = Os artigos de { $publisher } agora ficam ocultos. Mude isso em /settings.
command-unsubscribe_all = Apagar todos os alertas desta conversa
unsubscribe-all = Apagar { $count ->
    [one] o único alerta
   *[other] todos os { $count } alertas
  } desta conversa? Antes envio um arquivo de backup; /import o restaura.
all-deleted = { $count ->
    [one] 1 alerta apagado.
   *[other] { $count } alertas apagados.
  }
nothing-deleted = Nada foi apagado.
command-export = Exportar alertas e configurações para um arquivo
export-caption = { $count ->
    [one] 1 alerta
   *[other] { $count } alertas
  } e as configurações desta conversa. Para restaurar: /import.
command-import = Importar alertas e configurações de um arquivo
import-ask = Responda com um arquivo de /export (até 1 MB).
import-unfit = Isto não é um arquivo exportado do newsbot: { $place } é inválido.
import-done = Alertas importados: { $saved } de { $all }, e as configurações. Veja /subscriptions.
command-privacy = O que guardo sobre você, e como apagar
command-forget_me = Apagar tudo sobre mim
forget-me = Isto apaga tudo o que guardo sobre você: seus alertas em todas as conversas, as notificações que enviaram, suas configurações e os dados por trás dos botões desta conversa. Não pode ser desfeito. Se quiser uma cópia, use antes /export.
forgotten = Pronto. Apaguei seus alertas ({ $alerts }), as notificações deles ({ $messages }), suas configurações e tudo o mais sobre você.
only-in-private = Envie isso na nossa conversa privada.
command-status = Notificações na fila desta conversa
status-alerts = { $count ->
    [0] Nenhum alerta aqui.
    [one] 1 alerta aqui.
   *[other] { $count } alertas aqui.
  }{ $paused ->
    [0] {""}
   *[other] {" "}{ $paused } em pausa.
  }
status-nothing = Não há nada na fila.
status-waiting = { $count } na fila até { $until }.
status-held = { $count } na fila até { $until } (limite de envio do Telegram).
status-suspended = { $count } em espera porque não posso publicar aqui: { $reason }
status-updates = Algumas mensagens para mim esperam resposta desde { $since }.
command-outbox = Notificações na fila de todas as conversas (operadores)
operators-only = Só os operadores do bot podem fazer isso.
outbox = <b>Caixa de saída</b>: na fila { $waiting }, adiadas { $postponed }, suspensas { $suspended }, com falha { $failed }, enviadas { $sent }.
outbox-oldest = A mais antiga em atraso: { $at }.
outbox-none-due = Nenhuma está pendente.
outbox-rate = Enviadas na última hora: { $count }.
outbox-postponed = • { $count } × adiada: { $reason }
outbox-suspended = • { $count } × suspensa: { $reason }
outbox-given-up = • { $count } × com falha: { $reason }
command-settings = Fuso horário, horas de silêncio, resumos, idiomas, veículos
command-lang = Idioma que uso aqui
lang-title = <b>Que idioma devo usar aqui?</b> Vale para meus botões, mensagens e comandos. Os artigos ficam no idioma deles.
lang-unknown = Não falo “{ $word }”. Escolha um destes:
lang-automatic = O mesmo do seu Telegram
lang-chosen = ✓ Vou usar <b>{ $name }</b> aqui.
command-prefer = Mostrar primeiro a versão de um veículo
command-mute = Ocultar um veículo
settings-title = <b>Configurações desta conversa</b>
settings-lent = ✓ <b>{ $channel }</b> agora usa as suas configurações:
settings-zone = Fuso horário: { $zone }
settings-no-zone = Fuso horário: não definido (vale UTC)
settings-quiet = Horas de silêncio: { $hours }
settings-digest = Resumos: { $time }; semanal: { $weekday }
settings-breaking = Notícias urgentes (três fontes independentes em uma hora) mesmo nas horas de silêncio: { $state }
settings-languages = Idiomas dos artigos: { $languages }
settings-calendar = Datas: { $calendar }
calendar-solar = calendário solar iraniano
calendar-gregorian = gregoriano
settings-publishers = Veículos preferidos: { $preferred }; ocultos: { $muted }
setting-zone = Fuso horário
setting-quiet = Horas de silêncio
setting-digest = Resumos
setting-breaking = Urgentes sim/não
setting-languages = Idiomas
setting-calendar = Calendário
setting-publishers = Veículos
publishers =
    <b>Veículos</b>
    Preferidos: { $preferred }
    Ocultos: { $muted }

    <code>/prefer nome</code> mostra primeiro a versão de um veículo; <code>/mute nome</code> o oculta. Toque em um botão para tirar um da lista.
zone-ask = Onde você está? Responda com uma cidade ou um país, ou compartilhe sua localização com 📎.
zone-unknown = Não conheço “{ $words }”. Tente uma cidade grande por perto, ou um fuso como Europe/Istanbul.
zone-like = Você quis dizer { $names }?
publisher-unknown = Não conheço nenhum veículo chamado “{ $words }”.
quiet-ask = Responda com as horas de silêncio, por exemplo <code>22:30-7</code>
quiet-off = nenhuma
digest-ask = Responda com a hora dos resumos, por exemplo <code>7:45</code>
languages-all = todos os idiomas
on = sim
off = não
button-change = Mudar
button-delete = Apagar
button-delete-all = Apagar { $count }
button-undo = Desfazer
button-mode = Frequência
button-edit = Editar
button-share = Compartilhar
button-cite = Copiar citação
button-feed = Como feed
button-story-page = Página da notícia
button-list = Todos os alertas
button-other = Outro…
button-fewer = Menos notícias assim
button-no-publisher = Ocultar { $publisher }
button-daily-instead = Só o resumo diário
button-narrow = Mudar palavras
button-forget = Apagar tudo sobre mim

feed-gone-note = <b>{ $name }</b> foi desligado: o servidor diz que o feed não existe mais. { $url }
command-feeds = Feeds de notícias: estado, adicionar, pausar, remover (operadores)
feeds = <b>Feeds de notícias</b>: { $count }
feeds-none = Ainda não há feeds. Envie /feeds com um endereço, e vejo o que há lá.
feed-success = lido em { $at }
feed-never = nunca lido
feed-pace = { $items } artigos por dia
feed-failures = { $count ->
    [one] 1 falha
   *[other] { $count } falhas seguidas
  }
feed-paused = em pausa
feed-switched-off = desligado, não existe mais
button-feed-add = Adicionar um feed
button-feed-test = Testar
button-feed-remove = Remover
feed-ask = Responda com o endereço de um feed, ou de uma página que aponte para os seus feeds.
feed-looking = Verificando { $url }…
feed-trial = <b>{ $title }</b>. Itens: { $entries }, só chamadas: { $teasers }.
feed-trial-newest = O mais novo: { $at }.
feed-trial-bad = Não há feed em { $url }: { $problem }.
feed-trial-named = Esta página aponta para estes feeds. Envie uma destas linhas:
feed-added = Adicionado. Artigos que já estão no feed não disparam alertas; os novos, sim.
feed-known = Esse feed já foi adicionado.
feed-remove-ask = Remover <b>{ $name }</b>? Os artigos dele continuam nas buscas.
feed-missing = Esse feed já foi removido.
report-ask = <b>O que há de errado com as fontes desta notícia?</b> Os operadores do bot verão seu aviso e seu id do Telegram.
button-report-outlet = Veículo errado
button-report-origin = Fonte original errada
button-report-event = São notícias diferentes
report-filed = Obrigado. Os operadores do bot vão analisar.
report-changed = Você já tinha avisado sobre esta notícia, então atualizei o seu aviso.
report-too-many = Você chegou ao limite de { $most } avisos por hoje. Obrigado.
command-reports = Avisos de fontes erradas (operadores)
reports = <b>Avisos de fontes erradas</b>: { $count ->
    [one] 1 notícia
   *[other] { $count } notícias
  }. Toque em um número para ver o texto de onde as fontes foram lidas, ou em ✓ para encerrar um aviso.
reports-none = Nenhum aviso em aberto.
reports-note = Novos avisos de fontes erradas: { $count }. Veja /reports.
report-gone = Esse artigo não está mais disponível.
report-says-outlet = veículo errado: { $count }
report-says-origin = fonte original errada: { $count }
report-says-event = notícias diferentes: { $count }
report-by = Primeiro aviso: { $at }, de { $people }
report-receipts = <b>As fontes, e o texto de onde foram lidas</b>
button-report-done = ✓ Encerrar
command-suggest = Sugerir um feed de notícias
command-suggestions = Feeds sugeridos por usuários (operadores)
suggest-how = Qual feed está faltando? Envie o endereço dele, ou o de uma página que aponte para os seus feeds: <code>/suggest https://site.example/feed</code>. Quem decide são os operadores do bot.
suggest-nobody = Este bot não tem operadores que possam adicionar feeds.
suggest-queued = Obrigado! <b>{ $title }</b> funciona. Perguntei aos operadores do bot e vou avisar o que eles decidirem.
suggest-waiting = Esse feed já foi sugerido.
suggest-too-many = Você chegou, por enquanto, ao limite de { $most } sugestões. Obrigado.
suggest-full = Há sugestões demais esperando agora. Tente de novo mais tarde.
suggest-approved = O feed que você sugeriu foi adicionado: <b>{ $title }</b>. Em alguns minutos os artigos dele estarão aqui.
suggest-declined = Os operadores do bot decidiram não adicionar o feed que você sugeriu: <b>{ $title }</b>.
suggestions = <b>Feeds sugeridos</b>: { $count }. ✓ adiciona um feed, ✗ recusa.
suggestions-none = Nenhuma sugestão.
suggestion-note = <b>Feed sugerido</b>
suggestion-by = Sugerido { $at } por { $person }
suggestion-approved = ✓ Adicionado: <b>{ $title }</b>
suggestion-declined = ✗ Recusado: <b>{ $title }</b>
suggestion-gone = Essa sugestão não existe mais.
button-approve = ✓ Adicionar
button-decline = ✗ Recusar

command-reload = Recarregar o acervo (operadores)
command-rejects = Arquivos e registros que não puderam ser importados (operadores)
reload-begun = <b>Recarga</b>: procurando arquivos…
reload-progress = <b>Recarga</b>: { $stage ->
    [looking] procurando arquivos
    [reading] lendo arquivos alterados ({ $share }%)
    [checking] verificando e fazendo buscas de teste
   *[switching] trocando o acervo
}{ $remaining ->
    [unknown] .
   *[other] , faltam cerca de { $remaining }.
}
    Até terminar, as respostas vêm do acervo atual.
reload-counts = +{ $added } −{ $removed } ~{ $changed } (alterados), sem mudança: { $unchanged }{ $duplicates ->
    [0] {""}
   *[other] , duplicados: { $duplicates }
}{ $expired ->
    [0] {""}
   *[other] , antigos demais: { $expired }
}
reload-rejected = Rejeitados: { $count }. { $reason } ({ $where })
reload-more-reasons = … e mais { $count }; o arquivo anexo lista todos os motivos
reload-is-live = <b>Recarregado</b> em { $seconds }.
reload-is-unchanged = <b>Nada mudou</b>: o acervo já corresponde à pasta. Levou { $seconds }.
reload-is-failed = <b>A recarga falhou</b>: { $reason }. O acervo continua como estava.
reload-is-undone = <b>Desfeito</b>: o acervo voltou ao que era antes desta recarga. Reiniciar não traz as mudanças de volta; /reload traz.
reload-is-settled = <b>Recarregado</b>. Uma recarga posterior o substituiu.
reload-running = Já há uma recarga em andamento (iniciada em { $since }).
reload-undoing = Uma recarga está sendo desfeita. Espere um momento.
reload-done-with = Essa recarga não pode ser desfeita: já foi, ou outra posterior a substituiu.
reload-is-staging = <b>Recarga</b> em andamento.
reload-alerts-send = Os alertas sobre novos artigos ({ $count }) estão a caminho.
reload-alerts-ask = { $share }% do acervo é novo. Novos artigos que correspondem a alertas: { $count }. Enviar esses alertas?
reload-alerts-quiet = Nenhum alerta foi enviado sobre novos artigos ({ $count }).
button-quietly = Em silêncio
button-send-alerts = Enviar alertas
reload-details = <b>Mudanças desta recarga</b>
reload-details-part = { $kind ->
    [added] Adicionados
    [changed] Alterados
   *[removed] Removidos
}, { $count }:
and-more = … e mais { $count }
rejects = <b>Rejeitados</b>: { $count ->
    [0] nenhum na última importação.
    [one] { $count } arquivo ou registro não pôde ser importado.
   *[other] { $count } arquivos e registros não puderam ser importados.
}
rejected = { $where }: { $reason }
rejects-caption = { $count ->
    [one] { $count } rejeitado
   *[other] { $count } rejeitados
}: arquivo, linha, motivo
seconds = { $count } s
minutes = { $minutes } min { $seconds } s
button-details = Detalhes
button-report = ‹ Relatório
command-stats = Acervo, índice, memória, tempos, caixa de saída (operadores)
stats-corpus = <b>Acervo</b>: artigos { $articles }, dos quais { $samples } de exemplo; o mais novo: { $newest }
stats-reload = Última recarga: { $state ->
    [staging] em andamento
    [undone] desfeita
    [unchanged] nada mudou
    [failed] falhou
   *[done] concluída
  }; iniciada em { $at }
stats-index = <b>Índice</b>: { $articles } artigos, { $terms } termos, { $segments } segmentos, { $disk } MB em disco; alteração { $number }, atraso { $behind }
stats-memory = <b>Memória</b>: { $memory } MB
stats-latency = <b>Tempo de resposta</b> das últimas { $count } respostas: mediana { $median } ms, p95 { $p95 } ms, p99 { $p99 } ms
stats-no-latency = <b>Tempo de resposta</b>: nenhuma resposta desde o início

# Por que algo deu errado. Vêm depois de dois-pontos: sem maiúscula, sem ponto final.
why-said = { $words }
why-bug = um erro do próprio newsbot ({ $error })
why-no-words = não contém palavras
why-unreadable = não dá para ler ({ $words })
why-file-name = o nome do arquivo não é UTF-8 válido; renomeie-o
why-format = formato { $suffix } não aceito; aceitos: { $known }, cada um também como { $packed }
why-gzip = os dados compactados estão danificados ({ $words })
why-large = maior que { $megabytes } MB
why-line-long = a linha passa de { $most } bytes
why-json-large = grande demais para .json; use um arquivo .jsonl com um registro por linha
why-json = JSON inválido ({ $words })
why-record = não é um registro com campos nomeados
why-field-missing = falta o campo “{ $field }”
why-field = o campo “{ $field }” é inválido ({ $words })
why-xml = XML inválido ({ $words })
why-xml-empty = XML inválido: sem elemento raiz
why-doctype = declara um DOCTYPE ou entidades, proibidos por segurança
why-no-records = nem feed nem artigos: nenhum elemento chamado { $names }
why-no-feed = não é um feed (RSS, Atom ou JSON Feed)
why-feed-broken = o feed está danificado demais para ler ({ $error })
why-feed-empty = o feed não tem itens
why-feed-cut = o feed passa de { $megabytes } MB: só o começo foi lido
why-feed-long = o feed tem { $all } itens: só os { $read } mais novos foram lidos
why-no-opml = não é uma lista de feeds OPML: nenhum outline tem endereço http(s) em xmlUrl
why-no-article = não há artigo na página
why-second-text = “{ $title }”: o id { $id } já é usado por outro texto em { $first }; mude um deles
why-status = o servidor respondeu { $status }
why-gone = o servidor diz que não existe mais (410)
why-robots = o robots.txt do site não permite
why-redirects = mais de { $most } redirecionamentos
why-not-public = o endereço não é público
why-no-address = não é um endereço da web (http:// ou https://)
why-password = endereços com senha não são lidos
why-address-long = o endereço passa de { $most } caracteres
why-packed = codificação inesperada { $packing }
why-no-connection = sem conexão
why-no-answer = sem resposta a tempo
why-slow = sem resposta completa em { $seconds } s
why-broken-off = a conexão caiu ({ $error })
why-no-folder = a pasta { $folder } não existe
why-stopping = o bot está sendo desligado
why-stopped = o bot foi parado antes de terminar
why-drop = { $removed } de { $before } artigos seriam removidos, mais de { $share }%. Se for intencional: <code>/reload anyway</code>, ou <code>newsbot reload --anyway</code>
why-smoke = buscas de teste falharam: só { $found } de { $asked } novos artigos foram encontrados pelo título
why-nothing-left = o alerta ou os artigos foram apagados
why-dropped = descartada ao restaurar um backup
why-turn = esperando a vez
why-not-invited = não consta em NEWSBOT_ALLOWED_IDS
why-blocked = o bot foi bloqueado aqui
why-deactivated = a conta foi apagada
why-kicked = o bot não está mais na conversa
why-no-chat = a conversa não existe mais
why-not-begun = o usuário não iniciou o bot
why-no-rights = o bot não tem permissão para publicar ali
why-flood = limitado pelo Telegram
why-lost = sem conexão com o Telegram ({ $words })
why-telegram = o Telegram diz: { $words }

difference = ⚖ <b>Os veículos divergem</b>, { $thing }: { $versions }
difference-later = <b>Os números ao longo do tempo</b>, { $thing }: { $versions }
difference-denied = ⚖ <b>Afirmado e desmentido</b>: { $versions }
difference-version = <b>{ $figure }</b> ({ $outlets })
difference-of = { $thing } ({ $noun })
differs-dead = mortos
differs-injured = feridos
differs-missing = desaparecidos
differs-arrested = prisões
differs-evacuated = desalojados
differs-rescued = resgatados
differs-abducted = reféns
differs-aboard = pessoas a bordo
differs-magnitude = magnitude
differs-homes = casas danificadas
differs-powerless = pessoas sem energia
differs-age = idade
differs-day = dia
differs-date = data
differs-time = hora
differs-counted = um número

command-said = O que alguém diz
not-quoted = Ninguém chamado “{ $speaker }” é citado sobre isso.
not-credited = Nenhuma destas frases é atribuída a “{ $speaker }”.
speaker = <b>{ $speaker }</b>: últimas declarações
speaker-on = <b>{ $speaker }</b> sobre “{ $topic }”: últimas declarações
speaker-none = Ninguém chamado “{ $speaker }” é citado aqui.
speaker-none-on = Ninguém chamado “{ $speaker }” é citado aqui sobre “{ $topic }”.
speaker-range = { $first }–{ $last } de { $count }
button-speaker = Mais de { $speaker }
button-follow = Seguir
button-unfollow = Deixar de seguir
button-follow-again = Seguir de novo
follow-saved = ✓ <b>Você está seguindo esta notícia.</b> Aviso você aqui quando houver algo novo.
follow-no-story = <b>Ainda não há aqui uma notícia sobre isso.</b> Posso avisar sobre novos artigos:
follow-press = Você escreve em nome do grupo. Para seguir esta notícia, toque em <b>Seguir</b>:
follow-entry = <b>Seguindo</b> { $query }
follow-name = Notícia: { $title }
follow-why = Uma notícia que você segue: { $title }
follow-ends = Termina sozinho depois de { $days ->
    [one] 1 dia
   *[other] { $days } dias
  } sem novidades.
follow-ended = <b>Nada de novo há { $days ->
    [one] 1 dia
   *[other] { $days } dias
  }.</b> Deixei de seguir esta notícia.
alert-reports-follow-now = Envia uma nova mensagem a cada vez.
alert-reports-update = Mantém uma só mensagem atualizada.
mode-follow-now = Novas mensagens
mode-update = Uma mensagem, atualizada
development-origin = Nova fonte independente: <b>{ $name }</b>
development-figures = Novos números: <b>{ $name }</b>
development-correction = Corrigido por { $source }: { $name }
development-withdrawal = Retirado por { $source }: { $name }
development-speaker = Primeira declaração de <b>{ $name }</b>

command-corrections = O que os veículos corrigiram ou retiraram
correction-corrected = ✎ Corrigido em { $at }
correction-updated = ✎ Atualizado em { $at }
correction-withdrawn = ✗ Retirado em { $at }
pasted-withdrawn = Outros ainda dão esta notícia:
withdrawn-alone = Ninguém mais aqui dá esta notícia.
change-headline = Título:
corrections-title = <b>Correções recentes</b>
corrections-title-topic = <b>Correções recentes: { $topic }</b>
corrections-none = Nenhum veículo do acervo corrigiu ou retirou um artigo ultimamente.
corrections-none-topic = Nenhuma correção recente de artigos sobre { $topic }.
button-changes = ✎ O que mudou
alert-updated = ✎ Atualizado depois do meu primeiro envio.
digest-updated = atualizado

difference-thing = “{ $noun }”
story-also = Também em { $languages }
sisters = <b>A mesma notícia em outros idiomas</b>: { $title }
sisters-none = Nenhum artigo em outros idiomas trata desta notícia.
button-sisters = 🌐 Outros idiomas
button-also = Também: { $query }
button-differences-on = ⚖ Diferenças: visíveis ✓
button-differences-off = ⚖ Diferenças: ocultas

page-story = A notícia e as fontes
page-original = Ler o artigo
page-verbatim = Cada frase é tirada palavra por palavra de um artigo. Nada é reescrito nem gerado.
page-where = Quem soube por quem
page-graph = Em cor: a origem de um relato. Ligados: os veículos que o publicam.
page-nameless = não cita fonte
page-timeline = O que cada veículo acrescentou
page-differ = Onde os veículos divergem
page-later = Os números ao longo do tempo
page-corrected = Correções
page-languages = Em outros idiomas
page-share = Compartilhar no Telegram
page-gone = Esta notícia não está (ou não está mais) no acervo.
